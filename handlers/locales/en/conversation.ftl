## Questions

question-late = Sorry for the wait: I was away for a while.
question-slow-down = That's a lot of questions at once! Give me a minute, please, and then ask on.
question-give-up = I don't seem to be of help here. You can look through the questions or the story yourself, or ask the editors.
ask-what = What would you like to know? Just write it, or add it to the command: /ask Who supplies the models?
clarify-none = None of these
clarify-gave-up = Then I haven't found it. Try other words, look around, or ask the editors.

## Feedback

feedback-good = 👍
feedback-bad = 👎
feedback-wrong = Wrong
feedback-outdated = Outdated
feedback-other = Not what I asked
feedback-thanks = Thank you!
feedback-why = Sorry about that. What was amiss?
feedback-noted = Thank you, the editors will see it.
feedback-too-late = This answer is too old to be rated.

## The editors

editors-passed-on = Passed on. If the editors answer, I'll bring it here.
editors-already = The editors have this question already.
editors-notice = A reader asks the editors:
    <blockquote>{ $question }</blockquote>
    Reply to this message, and I'll carry your answer to them.
editors-answer = You asked: <i>{ $question }</i>
    The editors answer:
    <blockquote>{ $answer }</blockquote>
editors-delivered = Delivered to the reader.
editors-unreachable = This reader can't be reached any more, so the answer wasn't delivered.
editors-waiting = { $count ->
    [0] No question waits for the editors. Readers' verdicts: 👍 { $good }, 👎 { $bad }.
    [one] One question waits for the editors. Readers' verdicts: 👍 { $good }, 👎 { $bad }.
   *[other] { $count } questions wait for the editors, oldest first. Readers' verdicts: 👍 { $good }, 👎 { $bad }.
}

## Groups and other chats

group-details = Details in private
group-answered = This was answered just a while ago, here ↑
group-answered-link = This was <a href="{ $url }">answered here</a> a while ago.
inline-nothing = Nothing found: ask me in private
inline-open = Ask about this

## What is no question

courtesy-photo = { $again ->
    [0] A fine picture, I'm sure, but I only read words. What would you like to know?
   *[other] Pictures are beyond me, sorry. Write your question in words, please.
}
courtesy-voice = { $again ->
    [0] I can't listen, only read. Please type your question.
   *[other] My ears still don't work, I'm afraid. Please type it.
}
courtesy-sticker = { $again ->
    [0] 🙂 And now a question?
   *[other] Nice one too! Do ask me something about the news.
}
courtesy-video = { $again ->
    [0] I can't watch videos, only read. Please type your question.
   *[other] No luck with videos, sorry. A typed question will do.
}
courtesy-document = { $again ->
    [0] I don't open files. Please type your question.
   *[other] Files stay closed to me, sorry. Words will do.
}
courtesy-location = { $again ->
    [0] Thank you, but I don't need to know where or who. Ask me about the news.
   *[other] No need for that, really. A question will do.
}
courtesy-other = { $again ->
    [0] I can't read this kind of message. Please type your question.
   *[other] This kind is beyond me too. Please write in words.
}

## Commands

command-meant = { $again ->
    [0] There is no such command. Did you mean { $command }?
   *[other] Not that one either. Perhaps { $command }?
}
command-unknown = { $again ->
    [0] I don't know this command. /help lists those I know. Or simply ask.
   *[other] That one is unknown to me too. Please look at /help.
}
command-edited = { $again ->
    [0] I take commands from new messages only. Please send it again.
   *[other] An edited message gives me no commands, sorry. Please send a new one.
}
command-start = The story and what to ask
command-ask = Ask a question
command-faq = Questions the story answers
command-story = Read the story part by part
command-stories = All stories, and search
command-name = What the stories say of a name
command-source = Where the story comes from
command-subscribe = Alerts for new posts
command-unsubscribe = No more alerts
command-alerts = Which alerts, and when
command-follow = Alerts about a name or word
command-new = Begin a new conversation
command-language = Interface language
command-help = What I can do
command-privacy = What I keep about you
command-forgetme = Delete what I keep about you
