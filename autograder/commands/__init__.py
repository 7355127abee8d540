"""What the verbs of `kata` do, one file a verb."""
