"""Take-away pages: QR code, number training, wallet card, and the opener of pages in a sheet."""
