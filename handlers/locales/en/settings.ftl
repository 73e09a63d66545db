help =
    Ask me about the channel's stories in your own words, in English, Ukrainian or Russian. I quote the passage that answers, with its source. When the stories don't answer, I say so.

    A short follow-up works too: “and Tencent?”, “why?”. Reply to any of my answers to go on from there. Edit your question, and I'll edit the answer.

    <b>Read</b>
    /story – the story part by part
    /faq – questions it answers
    /stories – all stories; /stories china – search
    /name – what they say of a name
    /source – where the story comes from

    <b>Alerts</b>
    /subscribe – new posts as they appear
    /alerts – which ones, and when
    /follow – only about a name or word
    /unsubscribe – none any more

    <b>Settings</b>
    /new – begin afresh
    /language – interface language
    /privacy – what I keep
    /forgetme – delete it all

    In any chat: type { $handle } and a word or two.
language-which = Which language shall I speak? Quotations stay as published, unless there is a translation.
language-en = English
language-uk = Українська
language-auto = As in Telegram
language-fixed = Good, English it is.
language-automatic = Good: I'll follow Telegram's language, and the language of your questions.
new-done = A fresh start. What would you like to know?
privacy =
    <b>What I keep</b>
    Your Telegram id (not your name or phone number), the language you chose, the story you have open and the alerts you asked for.
    Your questions, which passages answered them and your 👍 or 👎, so that follow-ups work and the editors learn what is missing. Questions and feedback are deleted after { $days } days. A message that waits for its answer is kept as Telegram sent it, for that moment only.

    <b>What I don't</b>
    No names, no phone numbers, no contacts, and in groups nothing that isn't said to me. Nothing is sold or sent to any other service. The editors see questions without knowing whose they are.

    /forgetme deletes everything at once, alerts included.
forget-sure = Delete everything I keep about you: your questions, feedback, settings and alerts? It can't be undone.
forget-yes = Yes, delete it
forget-no = No, keep it
forget-done = Done: everything is deleted. If you write to me again, we begin as strangers.
forget-kept = Good, everything stays as it was.
