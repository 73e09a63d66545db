## What is said around a quotation

answer-again = The same passage answers this one:
answer-otherwise = { $again ->
    [0] The story says otherwise:
   *[other] Here too, the story says otherwise:
}
answer-list = { $again ->
    [0] The list, as the story gives it:
   *[other] Once more, the list as the story gives it:
}
answer-stories = { $again ->
    [0] { $count ->
        [one] One story tells of it:
       *[other] { $count } stories tell of it:
    }
   *[other] Where the stories tell of it, once more:
}
answer-summary = { $again ->
    [0] In short:
   *[other] In short, once more:
}
answer-note = “{ $words }” here is { $means }.
answer-read-as = Showing results for “{ $question }”.
post-minutes = { $minutes } min read
post-our-translation = our translation

## Lists and quotation marks

list-of-several = { $several } and { $last }
quoted = “{ $words }”

## Not in the story

hedge-looked-again = I looked again.
hedge-name = The story doesn't mention { $words }.
hedge-known = It does mention { $names }.
hedge-number = { $count ->
    [one] The number { $words } isn't in the story.
   *[other] The numbers { $words } aren't in the story.
}
hedge-word = The story says nothing about { $words }.
hedge-kind = { $kind ->
    [who] The story doesn't say who.
    [when] The story doesn't say when.
    [where] The story doesn't say where.
    [money] The story doesn't say how much money.
    [count] The story doesn't say how many.
    [percent] The story gives no percentage for that.
    [duration] The story doesn't say how long.
    [why] The story doesn't say why.
    [how] The story doesn't say how.
    [definition] The story doesn't explain that.
   *[other] The story doesn't say that.
}
hedge-apart = The story mentions { $name }, but not together with “{ $attribute }”.
hedge-of-name = { $kind ->
    [who] The story doesn't say who, where { $name } is concerned.
    [when] The story gives no date for { $name }.
    [where] The story gives no place for { $name }.
    [money] The story gives no sum for { $name }.
    [count] The story gives no number for { $name }.
    [percent] The story gives no percentage for { $name }.
    [duration] The story doesn't say how long, where { $name } is concerned.
   *[other] The story doesn't say that of { $name }.
}
hedge-weak = The story doesn't say that in so many words.
hedge-closest = The closest it says:

## Nothing near enough in any story

refusal-name = Our stories don't mention { $words }.
refusal-number = { $count ->
    [one] The number { $words } isn't in our stories.
   *[other] The numbers { $words } aren't in our stories.
}
refusal-word = Our stories say nothing about { $words }.
refusal-kind = { $kind ->
    [who] Our stories don't say who.
    [when] Our stories don't say when.
    [where] Our stories don't say where.
    [money] Our stories don't say how much money.
    [count] Our stories don't say how many.
    [percent] Our stories give no percentage for that.
    [duration] Our stories don't say how long.
    [why] Our stories don't say why.
    [how] Our stories don't say how.
    [definition] Our stories don't explain that.
   *[other] Our stories don't say that.
}
refusal-apart = Our stories mention { $name }, but not together with “{ $attribute }”.
refusal-of-name = { $kind ->
    [who] Our stories don't say who, where { $name } is concerned.
    [when] Our stories give no date for { $name }.
    [where] Our stories give no place for { $name }.
    [money] Our stories give no sum for { $name }.
    [count] Our stories give no number for { $name }.
    [percent] Our stories give no percentage for { $name }.
    [duration] Our stories don't say how long, where { $name } is concerned.
   *[other] Our stories don't say that of { $name }.
}
refusal-weak = Our stories don't answer that.
refusal-try = They do answer these:

## Not about our stories, not understood, nothing there yet

refusal-off-topic = { $again ->
    [0] That's outside our stories. I only know what the channel has published.
   *[other] That one is outside our stories too. Ask me about the news I have, and I'll quote it word for word.
}
refusal-empty = { $again ->
    [0] I couldn't make out a question there. A few plain words are enough.
   *[other] I still can't find a question in it. Try one short sentence, please.
}
refusal-no-stories = { $again ->
    [0] There are no stories here yet. Ask me again once the channel has published one.
   *[other] Still no stories here. I'll have something to quote once the channel publishes one.
}

## Asking back

clarify-which = { $again ->
    [0] Which of these do you mean?
   *[other] I'm still not sure. Is it one of these?
}

## Small talk

smalltalk-greeting = { $again ->
    [0] Hello! Ask me about the channel's stories, and I'll answer in their own words.
   *[other] Hello again! What would you like to know?
}
smalltalk-thanks = { $again ->
    [0] You're welcome! Ask away if there's more.
   *[other] Glad to help. I'm here when you need me.
}
smalltalk-goodbye = { $again ->
    [0] Goodbye! The stories will be here when you return.
   *[other] See you soon!
}
smalltalk-how-are-you = { $again ->
    [0] All well here, thank you: the stories are in order. What would you like to know?
   *[other] Still well, thank you! Which story shall we open?
}
smalltalk-who-are-you = { $again ->
    [0] I'm Storyline, a program. I know the channel's stories and quote them word for word; I make nothing up.
   *[other] I'm the channel's bot: I quote its stories, with the source, and say so when they don't answer.
}
smalltalk-what-can-you-do = { $again ->
    [0] Ask in your own words and I'll quote the passage that answers. /faq has ready questions, /story reads the story part by part.
   *[other] Try /faq for ready questions or /story to read on. Or simply ask.
}
smalltalk-compliment = { $again ->
    [0] Thank you! The credit goes to the reporters.
   *[other] Kind of you! Shall we go on?
}
smalltalk-insult = { $again ->
    [0] I'm sorry I haven't been of help. Put it another way, and I'll look again.
   *[other] I hear you. Try other words, please, or look through /faq.
}
smalltalk-sorry = { $again ->
    [0] No harm done. What would you like to know?
   *[other] All is well. Ask away.
}
smalltalk-yes = { $again ->
    [0] Good! What would you like to know?
   *[other] Fine, then. What's the question?
}
smalltalk-no = { $again ->
    [0] As you like. I'm here if a question comes up.
   *[other] All right, another time.
}
smalltalk-laughter = { $again ->
    [0] 🙂 Back to the news whenever you like.
   *[other] Glad you're in a good mood! What shall we look up?
}

## Why, for editors

why-what = Put the question behind the command: /why How much does ByteDance spend?
why-rule = { $status }, by the rule “{ $rule }”, confidence { $confidence }
why-kind = Asked for: { $kind }
why-matched = Found: { $words }
why-unmatched = Not found: { $words }
why-read = Read as: { $words }
why-inherited = Taken from the question before: { $words }
why-unit = Quoted: { $unit } of { $story }, revision { $revision }
why-runner-up = Next: { $unit }, behind by { $margin }
