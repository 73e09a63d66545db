## Довкола сповіщення

alert-withdrawn = Редакція відкликала цю новину
alert-ask = Запитати про це
alert-fewer = Менше сповіщень
alert-stop = Вимкнути
alert-start-again = Увімкнути знову
alert-topic-gone = Теми, куди йшли сповіщення, більше немає, тож тепер вони приходитимуть сюди.
digest-title = { $count ->
    [one] { $count } нова публікація
    [few] { $count } нові публікації
   *[many] { $count } нових публікацій
}
digest-away = { $count ->
    [one] Поки вас не було, вийшла { $count } публікація
    [few] Поки вас не було, вийшли { $count } публікації
   *[many] Поки вас не було, вийшло { $count } публікацій
}
digest-more = … і ще { $count } раніше.

## Підписка

subscribed = Готово. Кожна нова публікація приходитиме сюди, щойно вийде. Командою /alerts можна обрати рідше, тихіше або лише певні теми.
subscribed-group = Готово. Кожна нова публікація приходитиме сюди, щойно вийде. Адміністратори можуть змінити це командою /alerts.
subscribed-already = Сповіщення вже ввімкнено. Командою /alerts можна обрати, які саме й коли.
subscribed-again = З поверненням. Сповіщення знову ввімкнено, ваші налаштування збереглися.
unsubscribed = Сповіщення вимкнено. Ваші налаштування збережено на випадок, якщо повернетеся командою /subscribe.
unsubscribed-already = Тут немає сповіщень, які можна вимкнути. Увімкнути їх: /subscribe.
alerts-administrators-only = Змінювати сповіщення тут можуть лише адміністратори.
alerts-not-subscribed = Сповіщення тут вимкнено. Увімкнути їх: /subscribe.

## Екран налаштувань

alerts-title = Ваші сповіщення
alerts-when-instant = Нові публікації приходять одразу.
alerts-when-daily = Раз на день, о { $hour }:00.
alerts-when-weekly = Раз на тиждень, у понеділок о { $hour }:00.
alerts-paused = Призупинено до { $until }.
alerts-quiet = З { $start } до { $end } нічого не надходить; потім одна добірка.
alerts-follows = Лише публікації зі словами: { $words }.
alerts-silent = Без звуку.
alerts-zone = Час за поясом { $zone }.
choice-pause-day = Пауза на день
choice-pause-week = Пауза на тиждень
choice-resume = Завершити паузу
choice-instant = Одразу
choice-daily = Раз на день
choice-weekly = Раз на тиждень
choice-hour = Добірка о { $hour }:00
choice-quiet = Тихі години
choice-zone = Часовий пояс
choice-silent = Без звуку
choice-sound = Зі звуком
choice-follows = Лише те, за чим стежу
choice-all = Усі налаштування
choice-back = Назад
choice-stop = Вимкнути сповіщення
choice-off = Без них
choice-chosen = ✓ { $choice }
quiet-which = Коли сповіщенням почекати? Усе, що надійде за цей час, прийде потім однією добіркою. Інші години напишіть так: /quiet 22:30-7:15
quiet-not-understood = Не можу прочитати ці години. Напишіть їх так: /quiet 22:30-7:15 або /quiet off
zone-which = За яким годинником рахувати? Інше місце напишіть так: /zone Asia/Tokyo
zone-not-known = Не знаю часового поясу { $zone }. Пишеться так: Europe/Kyiv або America/New_York.
hour-which = О котрій годині надсилати добірку?
choice-kept = Записано.
choice-paused = Призупинено до { $until }.

## Слова й назви, за якими стежать

follow-added = Тепер ви отримуєте лише публікації зі словами: { $words }.
follow-none = Ви не стежите за окремими словами, тож приходить усе. Щоб отримувати лише дещо, напишіть, наприклад: /follow Tencent
follow-list = Приходять лише публікації з чимось із цього. Торкніться слова, щоб прибрати його зі списку; без жодного знову приходитиме все.
follow-off = { $word } ✕
follow-too-many = Разом це було б понад { $most } слів. Спершу приберіть якесь зі списку: /follow
follow-too-long = Це задовге, щоб стежити. Найкраще слово або коротка фраза, не більш як { $most } символів.
follow-no-word = Тут немає слова, за яким стежити. Напишіть, наприклад: /follow Tencent
follow-preview-none = Серед останніх публікацій ({ $count }) такого немає.
follow-preview = { $count ->
    [one] Серед останніх публікацій ({ $of }) така { $count }:
    [few] Серед останніх публікацій ({ $of }) таких { $count }:
   *[many] Серед останніх публікацій ({ $of }) таких { $count }:
}

## Стіл редакції

desk-only = Цей стіл — для редакції каналу.
desk-title = Стіл редакції
desk-quiet = Усе розіслано.
desk-waiting = { $count ->
    [one] { $count } сповіщення чекає на надсилання.
    [few] { $count } сповіщення чекають на надсилання.
   *[many] { $count } сповіщень чекають на надсилання.
}
desk-held = { $count ->
    [one] { $count } чекає своєї години.
    [few] { $count } чекають своєї години.
   *[many] { $count } чекають своєї години.
}
desk-sent = { $count ->
    [one] Усього надіслано { $count } сповіщення.
    [few] Усього надіслано { $count } сповіщення.
   *[many] Усього надіслано { $count } сповіщень.
}
desk-rate = Зараз { $rate } за секунду; лишилося близько { $minutes } хв.
desk-unsure = { $count ->
    [one] { $count } могло надійти двічі: Telegram не відповів.
    [few] { $count } могли надійти двічі: Telegram не відповів.
   *[many] { $count } могли надійти двічі: Telegram не відповів.
}
desk-dead = { $count ->
    [one] { $count } сповіщення не вдалося надіслати.
    [few] { $count } сповіщення не вдалося надіслати.
   *[many] { $count } сповіщень не вдалося надіслати.
}
desk-broadcast = { $title }: надіслано { $sent }, лишилося { $waiting }
desk-letters = Ненадіслані
desk-items = Останні публікації
desk-letter = { $title } → { $chat }: { $reason }
desk-no-letters = Ненадісланих немає.
desk-retry-all = Спробувати всі знову
desk-retried = { $count ->
    [one] { $count } сповіщення знову в дорозі.
    [few] { $count } сповіщення знову в дорозі.
   *[many] { $count } сповіщень знову в дорозі.
}
desk-no-items = Ще нічого не розсилали.
desk-withdraw-which = Торкніться публікації, щоб відкликати її: надіслане буде позначено як відкликане, і відповіді з нього більше не братимуться.
desk-withdraw-sure = Відкликати цю публікацію? { $title }
desk-withdraw = Так, відкликати
desk-withdrawn = Відкликано. Надіслані сповіщення зараз позначаються.
desk-back = Назад
desk-malformed = Telegram не прийняв оформлення «{ $title }», тож вона йде простим текстом. Він написав: { $reason }
desk-feed-broken = Стрічку { $feed } не вдається прочитати: { $reason }
desk-file-broken = Файл { $file } не опубліковано: { $reason }
