/** Names by which people are called; ё is written е. Words that are surnames as often are left out. */
const RUSSIAN = `
  Абрам Август Авдей Агата Агафья Аделина Адель Азамат Азат Аида Айгуль Айдар Айрат Айсылу Алевтина
  Александр Александра Алексей Алена Алеся Али Алик Алина Алиса Алия Алла Альберт Альбина Альфия
  Амина Амир Анастасия Анатолий Анвар Ангелина Андрей Анжела Анжелика Анита Анна Антон Антонина Анфиса
  Аркадий Арсен Арсений Артем Артемий Артур Архип Аслан Ася Афанасий Ахмед Аяна Богдан Борис Булат
  Вадим Валентин Валентина Валерий Валерия Ваня Варвара Василий Василиса Вера Вероника Виктор
  Виктория Виолетта Виталий Виталия Влада Владимир Владислав Владислава Владлен Всеволод Вячеслав
  Галина Гаянэ Геннадий Георгий Герман Глеб Гоар Григорий Гузель Гульнара Гульназ Гурген Давид Дамир
  Дания Данил Данила Даниил Дарина Дарья Демид Демьян Денис Диана Дина Динар Динара Дмитрий Добрыня
  Ева Евгений Евгения Евдокия Егор Екатерина Елена Елизавета Ефим Ефросинья Жанна Замира Зарема Зарина
  Захар Зинаида Злата Зоя Зульфия Ибрагим Иван Иванна Игнат Игнатий Игорь Ильдар Ильмира Ильнур Ильшат
  Илья Инга Инесса Инна Иннокентий Иосиф Ираида Ирада Ирина Ирма Искандер Камиль Камилла Карен Карина
  Каролина Ким Кира Кирилл Клавдия Клара Клим Константин Кристина Ксения Лада Лана Лариса Лев Леван Лейла
  Лейсан Леонид Леонтий Лидия Лилия Лиана Лина Лия Лука Луиза Любовь Людмила Ляйсан Магомед Майя Макар
  Максим Максимилиан Мансур Марат Маргарита Марианна Марина Мария Марк Марта Марфа Матвей Мила Милана
  Милена Мирон Мирослав Мирослава Митрофан Михаил Мурад Мурат Муслим Надежда Назар Наиля Наталия
  Наталья Нателла Наум Нелли Ника Никита Никифор Николай Нина Нонна Оксана Олег Олеся Ольга Павел Петр
  Платон Полина Потап Прасковья Прохор Равиль Радик Раиса Райхан Рамазан Рамиль Расул Рафаил Рафаэль
  Регина Резеда Ренат Рената Римма Ринат Рита Роберт Родион Роза Роксана Роман Ростислав Рузанна Руслан
  Руслана Рустам Руфина Савва Савелий Светлана Саида Сания Святослав Севастьян Семен Серафим Серафима Сергей
  Снежана Соломон София Софья Спартак Станислав Станислава Степан Стелла Сулейман Таисия Таисья Тамара
  Тамерлан Таня Татьяна Тимофей Тимур Тихон Трофим Тагир Ульяна Фаина Фаиз Фарид Фарида Федор Федосья
  Феликс Филипп Флора Фома Хасан Цветана Чингиз Шамиль Эвелина Эдгар Эдуард Элеонора Элина Элла Эльвира
  Эльдар Эльмира Эмилия Эмиль Эмма Эрик Эрнест Юлиан Юлиана Юлия Юрий Юсуф Яков Ян Яна Ярослав Ярослава`;

const LATIN = `
  Aaron Abigail Adam Adrian Agnes Aisha Alan Albert Albina Aleksandr Aleksandra Aleksei Aleksey Alena
  Alex Alexander Alexandra Alexei Alexey Alexis Alfred Ali Alice Alina Alisa Alison Alla Amanda Amelia
  Amina Amy Ana Anastasia Anastasiya Anatoly Andrea Andreas Andrei Andrew Andrey Angela Anita Ann Anna
  Anne Anthony Anton Antonio Arkady Arseny Artem Arthur Artur Artyom Barbara Beatrice Benjamin Bernard
  Bogdan Boris Brandon Brenda Brian Bridget Bruno Camilla Carl Carla Carlos Carmen Caroline Catherine
  Cecilia Charles Charlotte Chloe Christian Christina Christine Christopher Claire Clara Claudia Colin
  Cynthia Daniel Daniela Daria Darya David Deborah Denis Dennis Derek Diana Diane Diego Dmitri Dmitriy
  Dmitry Donald Dorothy Edgar Eduard Edward Egor Ekaterina Elena Eleanor Eleonora Elizabeth Ella Ellen
  Elvira Emily Emma Eric Erica Erik Esther Eugene Eva Evelyn Evgenia Evgeny Fatima Felix Fiona Florian Frank
  Fyodor Gabriel Galina Gary Gennady George Georgy Gerald Giulia Gleb Gloria Gregory Grigory Hannah
  Harold Heather Helen Helena Helga Henry Howard Hugo Ian Igor Ilya Inga Inna Ingrid Irina Isabel
  Isabella Ivan Jacob Jacqueline Jan Jane Janet Jason Jean Jeffrey Jennifer Jeremy Jessica Joan Joanna
  Johanna James Johannes John Jonathan Joseph Joshua Juan Judith Julia Julian Juliana Julie Karen Karina
  Karl Kate Katherine Kathleen Kathryn Katya Kenneth Kevin Kirill Kyle Konstantin Kristina Ksenia Larisa
  Larissa Laura Lev Lauren Leila Leonid Lidia Lilia Linda Lisa Louis Louise Lucas Lucia Lucy Ludmila Luis
  Lyudmila Magdalena Maksim Manuel Marco Marcus Margaret Margarita Maria Marie Marina Mario Mark Martin Mariya
  Martha Mary Matthew Matvey Maurice Max Maxim Megan Melissa Michael Michelle Miguel Mikhail Mohamed
  Mohammed Monica Nadezhda Nancy Natalia Natalie Nataliya Natalya Natasha Nicholas Nicole Nigel Nikita
  Nikolai Nikolay Nina Noah Nora Oksana Oleg Olga Oliver Olivia Oscar Pablo Pamela Patricia Patrick Paul
  Paula Pavel Pedro Peter Petr Philip Polina Pyotr Rachel Ralph Rebecca Regina Renata Richard Rita
  Robert Roberto Roger Roland Roman Ronald Ruslan Rustam Ruth Ryan Samantha Samuel Sandra Sara Sarah Sebastian
  Semyon Sergei Sergey Sharon Sean Simon Sofia Sophia Sophie Stanislav Stefan Stepan Stephanie Stephen Steven
  Susan Svetlana Sylvia Tamara Tatiana Tatyana Teresa Theresa Thomas Timofey Timothy Timur Ulyana
  Ursula Vadim Valentin Valentina Valeria Valery Vanessa Vasily Vera Veronica Veronika Victor Victoria
  Viktor Viktoria Vincent Vitaly Vladimir Vladislav Vyacheslav Walter William Yana Yaroslav Yulia Yuri
  Yury Zinaida Zoe Zoya`;

const names: ReadonlySet<string> = new Set(
  `${RUSSIAN} ${LATIN}`
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== ''),
);

/** Whether a word is a name that people are given, in Russian or Latin letters. */
export function isGivenName(word: string): boolean {
  const parts = word.toLowerCase().replaceAll('ё', 'е').split('-');
  return parts.every((part) => names.has(part));
}
