"""Tables as pages print them, and what their cells say."""
