import type { practiceRecordCommands as english } from '../en/practice-record-commands.ts';

export const practiceRecordCommands: typeof english = {
  'practice hires': {
    about: 'как идёт обучение у каждого и где не выходит; стажёр видит только себя',
  },
  'practice runs': {
    about: 'записанные экзамены и попытки, которыми поделились',
    args: { person: 'чьи; без имени свои' },
    options: { run: 'одна попытка, по пунктам' },
  },
  'practice comment': {
    about: 'замечание наставника к попытке',
    args: {
      run: 'id попытки, его начало или конец',
      text: 'замечание; «-» читает стандартный ввод',
    },
    options: { line: 'строка разговора' },
  },
  'practice override': {
    about: 'решить о пункте иначе; действует последнее слово, хранятся все',
    args: { run: 'id попытки', mark: 'id пункта: open/ask_har' },
    options: {
      found: 'это в ответе есть',
      'not-found': 'этого в ответе нет; снятое за это возвращается',
      reason: 'почему',
    },
  },
  'practice dispute': {
    about: 'оспорить пункт своей попытки',
    args: { run: 'id попытки', mark: 'id пункта', text: 'почему; «-» читает стандартный ввод' },
  },
  'practice judge': {
    about: 'решить об экзамене, который ждёт наставника',
    args: { run: 'id попытки' },
    options: { pass: 'сдан', fail: 'не сдан', reason: 'почему' },
  },
  'practice retake': {
    about: 'разрешить пересдать экзамен или тест аттестации',
    args: { person: 'логин или имя', scenario: 'id сценария или теста' },
    options: { reason: 'почему' },
  },
  'practice sign-off': {
    about: 'допустить человека к рабочим обращениям канала',
    args: { person: 'логин или имя', channel: 'mail, call, chat, event, web, messenger …' },
    options: {
      override: 'без экзаменов; только старший, с причиной',
      withdraw: 'отозвать допуск, с причиной',
      reason: 'почему',
    },
  },
  'practice attest': {
    about: 'выдать сертификат по сданным экзаменам пути обучения и тесту',
    args: { person: 'логин или имя' },
    options: { months: 'сколько месяцев действует; обычно 12' },
  },
  'practice certificate': {
    about: 'последний сертификат как документ',
    args: { person: 'чей; без имени свой' },
    options: { format: 'md, html или json', out: 'в файл вместо стандартного вывода' },
  },
  'practice verify': {
    about: 'действует ли сертификат',
    args: { code: 'десять знаков из сертификата' },
  },
};
