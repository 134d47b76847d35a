import type { Gender, NamePart } from './decline-name.ts';

const words = (text: string) => text.split(' ');

/** Rare given names: whoever reads them takes nobody for the real person. */
const GIVEN: Readonly<Record<Gender, readonly string[]>> = {
  male: words('Тихон Прохор Демьян Лукьян Мирон Ефим Аким Захар Фрол Авдей Назар Игнат'),
  female: words(
    'Злата Фаина Капитолина Марфа Ираида Глафира Нонна Ульяна Таисия Аглая Милана Вета',
  ),
};
const PATRONYMIC: Readonly<Record<Gender, readonly string[]>> = {
  male: words('Тихонович Прохорович Миронович Захарович Ефимович Акимович Назарович Фролович'),
  female: words('Тихоновна Прохоровна Мироновна Захаровна Ефимовна Акимовна Назаровна Фроловна'),
};
const SURNAME = words(
  'Примеров Учебнов Пробников Выдумкин Макетов Сценкин Урокин Ролев Тренин Образов Черновиков Эскизов',
);
const LATIN_GIVEN = words('Robin Casey Morgan Taylor Jordan Quinn Avery Rowan Skyler Ellis');
const LATIN_SURNAME = words(
  'Sampleton Mockford Exampleby Draftwell Trialson Modelby Sketchley Dummerton Fakenham Rehearsal',
);
const ORGANISATION = words(
  'Демо-Берег Демо-Парус Демо-Мост Демо-Компас Демо-Невод Демо-Утёс Демо-Затон Демо-Родник',
);
const LATIN_ORGANISATION = words(
  'Demo-Harbour Demo-Beacon Demo-Anchor Demo-Meadow Demo-Orchard Demo-Summit Demo-Lantern',
);
const CITY = words('Демоград Примерск Учебногорск Пробинск');
const LATIN_CITY = words('Demoville Sampleton-on-Sea Trialburg');

/** Where a name is to be taken from. */
export interface NameWanted {
  readonly part: NamePart | 'organisation' | 'city';
  readonly gender: Gender;
  readonly isLatin: boolean;
}

/** Invented names of a kind; a surname is the masculine one. */
export function inventedNames({ part, gender, isLatin }: NameWanted): readonly string[] {
  switch (part) {
    case 'given':
      return isLatin ? LATIN_GIVEN : GIVEN[gender];
    case 'patronymic':
      return PATRONYMIC[gender];
    case 'surname':
      return isLatin ? LATIN_SURNAME : SURNAME;
    case 'organisation':
      return isLatin ? LATIN_ORGANISATION : ORGANISATION;
    case 'city':
      return isLatin ? LATIN_CITY : CITY;
  }
}
