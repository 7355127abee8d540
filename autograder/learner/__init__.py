"""A learner's evening: what to do next, checks kept, work reset, compared and handed in."""
