"""Take away: QR code, learn the number, turn around, wallet card."""
