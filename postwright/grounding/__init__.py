"""Does a text say only what its sources say?"""
