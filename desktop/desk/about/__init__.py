"""The about page: program, pack, licences."""
