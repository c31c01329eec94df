"""A made-up couple, Ana and Bo, whose year is written through the client like anybody's."""
