"""What a pack is: model, reading, checking. Knows no Qt."""
