"""Trains the bundled model of Hilum: an image encoder with a finding head, and a decoder that writes the report."""
