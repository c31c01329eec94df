import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, send, SendError } from "#web/send.js";
import { pageOfWords } from "./page_of_words.js";

function server(answer) {
  const asked = [];
  pageOfWords({ no_line: "No line.", else: "Else.", signed_out: "Signed out." }).cookie =
    "other=1; csrftoken=abc";
  globalThis.fetch = async (url, options) => {
    asked.push({ url, ...options });
    return answer();
  };
  return asked;
}

const json = (body, status = 200) => () => Response.json(body, { status });

test("fields go as a form, with the token, and JSON comes back", async () => {
  const asked = server(json({ revision: 2 }));
  const answer = await send("/notebook/records/", { record: "r", revision: 2, none: undefined });
  assert.deepEqual(answer, { revision: 2 });
  assert.equal(asked[0].body.toString(), "record=r&revision=2");
  assert.equal(asked[0].headers["X-CSRFToken"], "abc");
  assert.equal(asked[0].headers.Accept, "application/json");
  assert.equal(asked[0].referrer, "/", "not which page it comes from");
});

test("a no carries its reason, its sentence and what came with it", async () => {
  server(json({ reason: "changed", sentence: "Changed elsewhere.", current: { revision: 3 } }, 409));
  await assert.rejects(send("/x/"), (error) => {
    assert.ok(error instanceof SendError);
    assert.equal(error.status, 409);
    assert.equal(error.reason, "changed");
    assert.equal(error.sentence, "Changed elsewhere.");
    assert.equal(error.body.current.revision, 3);
    return true;
  });
});

test("a dead line is status 0 and says so", async () => {
  server(() => {
    throw new TypeError("Failed to fetch");
  });
  await assert.rejects(ask("/feed/"), { status: 0, reason: "no_line", sentence: "No line." });
});

test("a broken answer still has a sentence", async () => {
  server(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await assert.rejects(ask("/feed/"), { status: 502, reason: "else", sentence: "Else." });
});

test("a page of somebody in between is no answer: nothing tells that the server has it", async () => {
  server(() => new Response("<!doctype html>Welcome to our wifi", { headers: { "Content-Type": "text/html" } }));
  await assert.rejects(send("/x/"), { status: 0, reason: "no_line" });
  server(() => new Response(null, { status: 204 }));
  assert.deepEqual(await send("/x/"), {});
});

test("a sign-in page in place of an answer means that one is signed out", async () => {
  server(() => {
    const page = new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
    Object.defineProperty(page, "redirected", { value: true });
    return page;
  });
  let told = 0;
  document.addEventListener("drawleaf:signed-out", () => (told += 1));
  await assert.rejects(send("/x/"), { status: 401, reason: "signed_out", sentence: "Signed out." });
  assert.equal(told, 1);
});

test("the page is told when the session has ended", async () => {
  server(json({ reason: "signed_out", sentence: "Please sign in again." }, 401));
  let told = 0;
  document.addEventListener("drawleaf:signed-out", () => (told += 1));
  await assert.rejects(ask("/keyring/"), { status: 401, reason: "signed_out" });
  assert.equal(told, 1);
});
