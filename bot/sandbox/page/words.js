// Every word of the page, in English and Ukrainian.

const WORDS = {
  en: {
    skip: "Skip to writing",
    tagline: "Telegram on this machine",
    switchLanguage: "Показати сторінку українською",
    otherLanguage: "УКР",
    chats: "Chats",
    back: "Back",
    inside: "What happens inside",
    messages: "Messages",
    latest: "To the latest message",
    cancel: "Cancel",
    close: "Close",
    commands: "Commands",
    attach: "Attach a picture",
    attachEditor: "Attach a picture or a page text",
    message: "Message",
    messageReader: "Ask about a story…",
    messageGroup: "Write to the group; mention the bot with @",
    messageEditor: "Post to the channel…",
    send: "Send",
    start: "Start",
    unblock: "Unblock the bot",
    block: "Block",
    blocked: "you blocked this bot",
    bot: "bot",
    typing: "typing…",
    group: "{count} members and the bot",
    channel: "channel · subscribers get an alert for each post",
    asReader: "as {name}",
    asReaderUk: "as {name}, in Ukrainian",
    asEditor: "as its editor",
    asDesk: "as the editor",
    asGroup: "as {name}",
    nothingYet: "Nothing here yet",
    emptyReader: "Press Start, then ask about the channel's stories in your own words. Send /subscribe, post something as the editor of «AI», and watch the alert arrive here.",
    emptyGroup: "The bot speaks here only when it is mentioned or replied to.\nTry @{bot} who supplies OpenAI's models?",
    emptyDesk: "Here the bot answers to its editor. Send /desk to see how the alerts go out, what could not be delivered, and what can be withdrawn.",
    emptyChannel: "Post something, or drop a page text here: everyone who has sent /subscribe gets an alert.",
    you: "You",
    edited: "edited",
    reply: "Reply",
    edit: "Edit",
    delete: "Delete",
    copy: "Copy text",
    copied: "Copied",
    replyTo: "Reply to {name}",
    editing: "Change the message",
    photo: "Photo",
    sticker: "Sticker",
    voice: "Voice message",
    document: "File",
    location: "Location",
    showMore: "Show all of it",
    showLess: "Show less",
    spoiler: "Hidden text: press to show",
    more: "More about this message",
    react: "React with {emoji}",
    dropEditor: "Drop a page text to publish it, or a picture to post it",
    drop: "Drop a picture to send it",
    publishing: "Publishing…",
    published: "Published. Alerts are on their way.",
    tooLarge: "That file is too large.",
    ready: "The bot is running",
    waiting: "The bot is starting…",
    gone: "The connection is lost; trying again…",
    calls: "Calls",
    updates: "Updates",
    faults: "Faults",
    outbox: "Outbox",
    noCalls: "No calls yet.",
    noUpdates: "No updates yet.",
    outboxNone: "The outbox is shown when the page is opened by `storyline demo`.",
    due: "due now",
    held: "later",
    sent: "sent",
    edits: "to edit",
    dead: "given up",
    rate: "a second",
    outboxEmpty: "Nothing is on its way. Post to the channel and watch.",
    faultFlood: "Next message: too many requests",
    faultFloodHint: "Telegram answers 429 and names the seconds to wait",
    faultError: "Next message: server error",
    faultErrorHint: "Telegram answers 500, nothing is sent",
    faultSwallow: "Next message: the answer gets lost",
    faultSwallowHint: "it arrives, but the bot never hears of it",
    faultSlow: "Slow network",
    faultSlowHint: "the next 20 calls wait so many milliseconds",
    faultDown: "Server down",
    faultDownHint: "for so many seconds nobody answers",
    floodLimits: "Telegram's own limits",
    floodLimitsHint: "1 a second to a person, 20 a minute to a group, 30 a second in all",
    doIt: "Do it",
    clear: "Take all back",
    faultActive: "{kind}: hit {hits} times",
    ordered: "It will happen.",
    neverAnswered: "never answered",
    inlineEmpty: "Nothing found.",
    today: "Today",
    yesterday: "Yesterday",
    unread: "{count} unread",
    openLink: "opens a link",
  },
  uk: {
    skip: "Перейти до написання",
    tagline: "Telegram без мережі",
    switchLanguage: "Show the page in English",
    otherLanguage: "ENG",
    chats: "Чати",
    back: "Назад",
    inside: "Що відбувається всередині",
    messages: "Повідомлення",
    latest: "До останнього повідомлення",
    cancel: "Скасувати",
    close: "Закрити",
    commands: "Команди",
    attach: "Додати зображення",
    attachEditor: "Додати зображення або текст сторінки",
    message: "Повідомлення",
    messageReader: "Запитайте про новину…",
    messageGroup: "Напишіть у групу; згадайте бота через @",
    messageEditor: "Допис у канал…",
    send: "Надіслати",
    start: "Почати",
    unblock: "Розблокувати бота",
    block: "Заблокувати",
    blocked: "ви заблокували цього бота",
    bot: "бот",
    typing: "друкує…",
    group: "учасників: {count} і бот",
    channel: "канал · підписники отримують сповіщення про кожен допис",
    asReader: "ви — {name}",
    asReaderUk: "ви — {name}, українською",
    asEditor: "ви — редактор",
    asDesk: "ви — редактор",
    asGroup: "ви — {name}",
    nothingYet: "Тут ще нічого немає",
    emptyReader: "Натисніть «Почати», а тоді питайте про новини каналу своїми словами. Надішліть /subscribe, напишіть щось як редактор «AI» — і сповіщення прийде сюди.",
    emptyGroup: "Бот говорить тут лише тоді, коли його згадали або йому відповіли.\nСпробуйте: @{bot} хто постачає моделі OpenAI?",
    emptyDesk: "Тут бот відповідає редакторові. Надішліть /desk, щоб побачити, як розходяться сповіщення, що не доставлено й що можна відкликати.",
    emptyChannel: "Напишіть допис або перетягніть сюди текст сторінки: усі, хто надіслав /subscribe, отримають сповіщення.",
    you: "Ви",
    edited: "змінено",
    reply: "Відповісти",
    edit: "Змінити",
    delete: "Видалити",
    copy: "Копіювати текст",
    copied: "Скопійовано",
    replyTo: "Відповідь: {name}",
    editing: "Змінити повідомлення",
    photo: "Зображення",
    sticker: "Наліпка",
    voice: "Голосове повідомлення",
    document: "Файл",
    location: "Місце",
    showMore: "Показати все",
    showLess: "Згорнути",
    spoiler: "Прихований текст: натисніть, щоб показати",
    more: "Дії з повідомленням",
    react: "Реакція {emoji}",
    dropEditor: "Перетягніть текст сторінки, щоб опублікувати, або зображення",
    drop: "Перетягніть зображення, щоб надіслати",
    publishing: "Публікуємо…",
    published: "Опубліковано. Сповіщення вже в дорозі.",
    tooLarge: "Цей файл завеликий.",
    ready: "Бот працює",
    waiting: "Бот запускається…",
    gone: "Зв’язок утрачено; пробуємо ще…",
    calls: "Виклики",
    updates: "Оновлення",
    faults: "Збої",
    outbox: "Черга",
    noCalls: "Викликів ще не було.",
    noUpdates: "Оновлень ще не було.",
    outboxNone: "Чергу видно, коли сторінку відкрито через `storyline demo`.",
    due: "на черзі",
    held: "пізніше",
    sent: "надіслано",
    edits: "на зміну",
    dead: "не вдалося",
    rate: "за секунду",
    outboxEmpty: "Нічого не надсилається. Напишіть у канал і подивіться.",
    faultFlood: "Наступне повідомлення: забагато запитів",
    faultFloodHint: "Telegram відповідає 429 і каже, скільки секунд чекати",
    faultError: "Наступне повідомлення: помилка сервера",
    faultErrorHint: "Telegram відповідає 500, нічого не надіслано",
    faultSwallow: "Наступне повідомлення: відповідь губиться",
    faultSwallowHint: "воно доходить, але бот про це не дізнається",
    faultSlow: "Повільна мережа",
    faultSlowHint: "наступні 20 викликів чекають стільки мілісекунд",
    faultDown: "Сервер недоступний",
    faultDownHint: "стільки секунд ніхто не відповідає",
    floodLimits: "Обмеження самого Telegram",
    floodLimitsHint: "1 за секунду людині, 20 за хвилину групі, 30 за секунду загалом",
    doIt: "Зробити",
    clear: "Скасувати все",
    faultActive: "{kind}: спрацювало разів — {hits}",
    ordered: "Так і буде.",
    neverAnswered: "без відповіді",
    inlineEmpty: "Нічого не знайдено.",
    today: "Сьогодні",
    yesterday: "Учора",
    unread: "непрочитаних: {count}",
    openLink: "відкриває посилання",
  },
};

const STORED = "storyline-language";
let current = stored() ?? (navigator.language.startsWith("uk") ? "uk" : "en");

function stored() {
  const found = localStorage.getItem(STORED);
  return found in WORDS ? found : null;
}

/** The interface language, "en" or "uk". */
export function language() {
  return current;
}

/** The other language from now on. */
export function switchLanguage() {
  current = current === "en" ? "uk" : "en";
  localStorage.setItem(STORED, current);
}

/** The words under a name, with `{places}` filled. */
export function word(name, values = {}) {
  return WORDS[current][name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

/** Puts the words into everything of the document that names one. */
export function translateDocument() {
  document.documentElement.lang = current;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) {
    const label = word(node.dataset.label);
    node.setAttribute("aria-label", label);
    if (node.matches("button, label")) node.title = label;
  }
}

/** Hours and minutes of a time in seconds. */
export function clock(seconds) {
  return new Intl.DateTimeFormat(current, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);
}

/** Hours, minutes and seconds of a time in seconds. */
export function exactClock(seconds) {
  return new Intl.DateTimeFormat(current, { timeStyle: "medium", hourCycle: "h23" }).format(seconds * 1000);
}

/** "Today", "Yesterday", or the date. */
export function day(seconds) {
  const date = new Date(seconds * 1000);
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86400000);
  if (days < 2) return word(days < 1 ? "today" : "yesterday");
  return new Intl.DateTimeFormat(current, { day: "numeric", month: "long" }).format(date);
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
