.PHONY: demo test install lock
demo test install: ; ./lantu $@
lock: ; python3 tools/lock.py  # needs uv
