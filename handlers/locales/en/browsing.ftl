## /start

start-welcome = Hello! I know this channel's stories. Ask me about them, and I'll answer in their own words, with the source.
start-ask = Ask in your own words, or begin with one of these:

## Stories, parts, questions

browse-part = Part { $part } of { $parts }
browse-page = Page { $page } of { $pages }
browse-questions = { $count ->
    [one] The story answers this question:
   *[other] The story answers these { $count } questions. Tap one:
}
faq-none = This story has no ready questions yet. Ask your own, or read it with /story.
stories-all = { $count ->
    [one] There is one story so far:
   *[other] There are { $count } stories, newest first:
}
stories-found = { $count ->
    [one] One story with “{ $words }” in its headline:
   *[other] { $count } stories with “{ $words }” in their headlines:
}
stories-none = There are no stories here yet. The channel's next one will be.
stories-none-found = No headline has “{ $words }” in it. /stories shows them all.

## /source

source-reporter = First reported by { $value }
source-outlet = Read by the channel at { $value }
source-channel = Published in { $value }
source-published = On { $value }
source-translation = This edition is our own translation
source-chain = The way it came: { $chain }
source-read = Read the story

## /name

name-found = What the stories say of { $name }:
name-unknown = The stories don't mention { $name }.
name-which = Whom or what shall I look up? Type it after the command: /name Tencent
name-which-of = Whom or what shall I look up? The story names { $names }. Type one after the command: /name Tencent

## Buttons

page-previous = ‹ Back
page-next = Next ›
menu-faq = Questions
menu-story = The story
menu-stories = All stories
menu-editors = Ask the editors
button-gone = This button has outlived its story. /start shows what's here now.
answer-copy = 📋 Copy
