"""Shanghai's science and technology reports as a knowledge graph in which every fact proves itself."""
