## Around an alert

alert-withdrawn = Withdrawn by the editors
alert-ask = Ask about this
alert-fewer = Fewer alerts
alert-stop = Stop
alert-start-again = Start again
alert-topic-gone = The topic that alerts went to is gone, so they come here now.
digest-title = { $count ->
    [one] One new item
   *[other] { $count } new items
}
digest-away = { $count ->
    [one] One new item while you were away
   *[other] { $count } new items while you were away
}
digest-more = { $count ->
    [one] … and one more before these.
   *[other] … and { $count } more before these.
}

## Subscribing

subscribed = Done. Every new item comes here as soon as it is out. With /alerts you choose fewer, quieter or only certain ones.
subscribed-group = Done. Every new item comes here as soon as it is out. Administrators change that with /alerts.
subscribed-already = Alerts are on already. With /alerts you choose which and when.
subscribed-again = Welcome back. Alerts are on again, with the choices that you made.
unsubscribed = Alerts are off. Your choices are kept, in case you come back with /subscribe.
unsubscribed-already = There are no alerts to stop here. /subscribe starts them.
alerts-administrators-only = Only administrators can change the alerts here.
alerts-not-subscribed = Alerts are off here. /subscribe starts them.

## The screen of choices

alerts-title = Your alerts
alerts-when-instant = New items come at once.
alerts-when-daily = Once a day, at { $hour }:00.
alerts-when-weekly = Once a week, on Monday at { $hour }:00.
alerts-paused = Paused until { $until }.
alerts-quiet = Nothing between { $start } and { $end }; one digest after that.
alerts-follows = Only items with: { $words }.
alerts-silent = Without sound.
alerts-zone = Times are those of { $zone }.
choice-pause-day = Pause for a day
choice-pause-week = Pause for a week
choice-resume = End the pause
choice-instant = At once
choice-daily = Once a day
choice-weekly = Once a week
choice-hour = Digest at { $hour }:00
choice-quiet = Quiet hours
choice-zone = Time zone
choice-silent = Without sound
choice-sound = With sound
choice-follows = Only what I follow
choice-all = All choices
choice-back = Back
choice-stop = Stop alerts
choice-off = None
choice-chosen = ✓ { $choice }
quiet-which = When should alerts wait? What comes in meanwhile is sent as one digest after. For other times, write for example: /quiet 22:30-7:15
quiet-not-understood = I can't read these hours. Write them like this: /quiet 22:30-7:15, or /quiet off
zone-which = Which clock should I go by? For another place, write for example: /zone Asia/Tokyo
zone-not-known = I don't know the time zone { $zone }. It is written like Europe/Kyiv or America/New_York.
hour-which = At what hour should the digest come?
choice-kept = Noted.
choice-paused = Paused until { $until }.

## Following words and names

follow-added = You now get only items with: { $words }.
follow-none = You follow no words, so every item counts. To get only some, write for example: /follow Tencent
follow-list = You get only items with one of these. Tap one to take it off the list; without any, every item counts again.
follow-off = { $word } ✕
follow-too-many = That would be more than { $most } words. Take one off the list first: /follow
follow-too-long = That is too long to follow. A word or a short phrase works best, at most { $most } characters.
follow-no-word = There is no word in that to follow. Write for example: /follow Tencent
follow-preview-none = None of the last { $count } items has that.
follow-preview = { $count ->
    [one] Of the last { $of } items, one has that:
   *[other] Of the last { $of } items, { $count } have that:
}

## The editors' desk

desk-only = The desk is for the channel's editors.
desk-title = The desk
desk-quiet = Everything has gone out.
desk-waiting = { $count ->
    [one] One alert is due.
   *[other] { $count } alerts are due.
}
desk-held = { $count ->
    [one] One waits for its hour.
   *[other] { $count } wait for their hour.
}
desk-sent = { $count ->
    [one] One was sent in all.
   *[other] { $count } were sent in all.
}
desk-rate = { $rate } a second at the moment; about { $minutes } minutes to go.
desk-unsure = { $count ->
    [one] One may have arrived twice: Telegram never answered.
   *[other] { $count } may have arrived twice: Telegram never answered.
}
desk-dead = { $count ->
    [one] One alert was given up.
   *[other] { $count } alerts were given up.
}
desk-broadcast = { $title }: { $sent } sent, { $waiting } to go
desk-letters = Given up
desk-items = Latest items
desk-letter = { $title } → { $chat }: { $reason }
desk-no-letters = Nothing was given up.
desk-retry-all = Try all again
desk-retried = { $count ->
    [one] One alert is on its way again.
   *[other] { $count } alerts are on their way again.
}
desk-no-items = Nothing has been announced yet.
desk-withdraw-which = Tap an item to withdraw it: what was sent is marked as withdrawn, and nothing answers from it any more.
desk-withdraw-sure = Withdraw this item? { $title }
desk-withdraw = Yes, withdraw it
desk-withdrawn = Withdrawn. The alerts that were sent are being marked.
desk-back = Back
desk-malformed = Telegram refused the formatting of “{ $title }”, so it goes out as plain text. It said: { $reason }
desk-feed-broken = The feed { $feed } cannot be read: { $reason }
desk-file-broken = The file { $file } was not published: { $reason }
