"""The Python client: it seals and opens as the browser does, and knows the server by address."""
