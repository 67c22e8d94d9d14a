Floating IP nothing could not be found
