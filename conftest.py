pytest_plugins = ["tests.cast", "tests.in_process"]
