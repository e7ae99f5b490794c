"""What a figure counts or measures, in words that read alone."""
