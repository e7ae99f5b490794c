"""How a text's lines become passages: clean text, rows, parts, sections, sentences."""
