"""What the two do with a question, in a line."""

DAY, ASKS = "2026-11-28", "apart@1/kitchen"


def write(client, id, text):
    client.answer_question(client.question(id), {"text": text})


def both_write(two, asked):
    for client, text in zip(two, ("The lamp.", "The chipped cup."), strict=True):
        write(client, asked, text)
