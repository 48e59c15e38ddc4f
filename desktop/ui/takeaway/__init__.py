"""Take away: QR code, learn the number, wallet card, and what opens pages in a sheet."""
