import type { articleCheck as english } from '../en/article-check.ts';

/** What `kb check` says, keyed by the code of a problem. */
export const articleCheck = {
  severities: { error: 'ошибка', warning: 'предупреждение' },
  summary: 'Статей: {count}. Ошибок: {errors}, предупреждений: {warnings}.',
  problems: {
    'file-name':
      'Файл статьи называется ВИД/ID.ЯЗЫК.md, например instruction/disk-full.ru.md; этот пропущен.',
    'file-not-readable': 'Файл не читается ({reason}).',
    'symlink-escapes': 'Ссылка выводит из папки, в {target}; по ней не пошли.',
    'too-large': 'В файле {size} МБ, можно до {most}; его не читали.',
    binary: 'Это не текст: в файле есть нулевые байты.',
    'not-utf8': 'Текст не в UTF-8 (здесь {found}). Сохраните в UTF-8: iconv -f {from} -t UTF-8.',
    'control-character':
      'Невидимый или управляющий знак {sign} (в файле: {count}). Удалите его: он перевернёт текст или дойдёт до терминала.',
    'front-missing': 'Нет шапки: файл начинается с полей между двумя строками ---.',
    'front-unclosed': 'Шапка не закрыта: нет второй строки ---.',
    'front-too-long': 'Шапка слишком длинная; не пропущена ли строка ---?',
    'front-not-yaml': 'Шапка написана не по правилам YAML: {detail}',
    'field-unknown': 'Поля «{field}» не бывает.',
    'field-missing': 'Нет поля «{field}».',
    'field-empty': 'Поле «{field}» пустое.',
    'field-no-day': '«{field}»: «{value}» — не день. Пишите 2027-05-21.',
    'field-no-id': '«{field}»: «{value}» — не id. Строчные латинские буквы, цифры и дефисы.',
    'field-wrong': 'Поле «{field}» не принимает «{value}».',
    'kind-unknown': 'Вида «{value}» нет. Есть: {known}.',
    'kind-elsewhere': 'Вид «{kind}», а файл лежит в папке «{folder}».',
    'id-differs': 'id «{id}», а файл называется «{name}».',
    'lang-differs': 'Язык «{lang}», а файл называется «.{name}.md».',
    'section-missing': 'Нет раздела «{ru}» ({en}).',
    'section-empty': 'В разделе «{section}» ничего нет.',
    'no-topic': 'Нет ни одного раздела о клиенте: каждому по разделу.',
    'no-message':
      'В инструкции нет ни точного текста с экрана, ни команды: `в обратных кавычках` или блоком кода.',
    'no-table': 'В дереве симптомов нужна таблица: код или текст → причина → что дальше.',
    'not-public': 'Ответ для клиентов не открыт: поставьте public: true.',
    'internal-word': '«{word}» — наше внутреннее слово, а статью прочитают клиенты.',
    'comment-open': 'Пометка автора не закрыта: нет -->, и её прочитают все.',
    unfilled: 'Осталось заполнить: {text}',
    'link-broken': 'Ссылка никуда не ведёт: {target}.',
    'link-escapes': 'Ссылка выводит из папки статей: {target}.',
    'link-scheme': 'В ссылке бывает только http, https, mailto или tel: {target}.',
    'link-internal': 'Открытая статья ведёт на внутреннюю: {target}.',
    'duplicate-id': 'id «{id}» занят: {other}.',
    'orphan-file': 'Этот файл не показывает ни одна статья.',
    'same-title': 'Заголовок почти как у {other}. Может быть, это одна статья.',
    overdue: 'Перечитать надо было до {day}.',
    'backup-stale': 'Последнее пробное восстановление было {day}, а нужно каждые {every} дн.',
    'backup-unproven': 'Пробного восстановления ещё не было: неизвестно, копия ли это.',
  },
  site: {
    published: 'Открытых статей: {count}. Открыть: {index}',
    removed: 'Больше не открыты, убраны: {pages}',
    withheld: 'Из {article} убрано упоминание внутренней статьи: {id}',
    notClosed:
      '{article} не опубликована: в ней не закрыта пометка автора. Проверьте: smena kb check',
  },
} satisfies typeof english;
