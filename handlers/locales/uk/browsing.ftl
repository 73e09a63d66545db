## /start

start-welcome = Вітаю! Я знаю матеріали цього каналу. Питайте, і я відповім їхніми ж словами, з посиланням на джерело.
start-ask = Запитайте своїми словами або почніть з одного з цих запитань:

## Матеріали, частини, запитання

browse-part = Частина { $part } з { $parts }
browse-page = Сторінка { $page } з { $pages }
browse-questions = { $count ->
    [one] Матеріал відповідає на { $count } запитання. Торкніться його:
    [few] Матеріал відповідає на { $count } запитання. Торкніться потрібного:
   *[many] Матеріал відповідає на { $count } запитань. Торкніться потрібного:
}
faq-none = Готових запитань до цього матеріалу ще немає. Поставте своє або почитайте його через /story.
stories-all = { $count ->
    [one] Тут { $count } матеріал:
    [few] Тут { $count } матеріали, спершу найновіші:
   *[many] Тут { $count } матеріалів, спершу найновіші:
}
stories-found = { $count ->
    [one] { $count } матеріал зі словами «{ $words }» в заголовку:
    [few] { $count } матеріали зі словами «{ $words }» в заголовку:
   *[many] { $count } матеріалів зі словами «{ $words }» в заголовку:
}
stories-none = Матеріалів тут ще немає. З’являться, щойно канал щось опублікує.
stories-none-found = У жодному заголовку немає «{ $words }». Усі матеріали — в /stories.

## /source

source-reporter = Першоджерело: { $value }
source-outlet = Звідки взяв канал: { $value }
source-channel = Опубліковано: { $value }
source-published = Дата: { $value }
source-translation = Це наш власний переклад
source-chain = Шлях новини: { $chain }
source-read = Читати матеріал

## /name

name-found = { $name } у матеріалах:
name-unknown = Такого в матеріалах не згадано: { $name }.
name-which = Кого чи що шукаємо? Напишіть після команди: /name Tencent
name-which-of = Кого чи що шукаємо? У матеріалі згадано: { $names }. Напишіть назву після команди: /name Tencent

## Кнопки

page-previous = ‹ Назад
page-next = Далі ›
menu-faq = Запитання
menu-story = Матеріал
menu-stories = Усі матеріали
menu-editors = Запитати редакцію
button-gone = Ця кнопка пережила свій матеріал. Що є зараз, покаже /start.
answer-copy = 📋 Копіювати
