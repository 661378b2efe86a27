#!/bin/sh
# Opens the screen. The browser keeps the site in its profile: the profile must stay, so no --incognito.
SITE="${SITE:-http://localhost:4173/}"
ADDRESS="${ADDRESS:-${SITE}kiosk/}"
PROFILE="${PROFILE:-$HOME/.local/share/parallel-38/profile}"
BROWSER="${BROWSER:-chromium}"

# On the first start there is nothing to fall back on: wait for the server, at most a minute.
if [ ! -d "$PROFILE" ]; then
	for second in $(seq 60); do
		curl --fail --silent --output /dev/null "${SITE}health.json" && break
		sleep 1
	done
fi

exec "$BROWSER" \
	--kiosk \
	--user-data-dir="$PROFILE" \
	--no-first-run \
	--no-default-browser-check \
	--disable-pinch \
	--overscroll-history-navigation=0 \
	--disable-session-crashed-bubble \
	--hide-crash-restore-bubble \
	--disable-component-update \
	--disable-background-networking \
	--disable-sync \
	--disable-features=Translate \
	--password-store=basic \
	--remote-debugging-address=127.0.0.1 \
	--remote-debugging-port=9222 \
	"$ADDRESS"
