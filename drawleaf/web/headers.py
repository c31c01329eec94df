"""Headers that Django does not set by itself."""

# Argon2id is WebAssembly; a worker obeys the policy of its own response, so only the one worker
# that needs it may compile it, and the pages stay strict.
WASM_WORKERS = "/workers/argon2."
STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'"
NOTHING_OF_THE_DEVICE = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


def static_file(headers, path, url):
    """Called by WhiteNoise for each static file."""
    policy = STRICT
    if WASM_WORKERS in url:
        policy = STRICT.replace("'self'", "'self' 'wasm-unsafe-eval'", 1)
    headers["Content-Security-Policy"] = policy
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


class PrivatePages:
    """Pages are kept by nobody on the way, and may use no sensor of the device."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Permissions-Policy"] = NOTHING_OF_THE_DEVICE
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
