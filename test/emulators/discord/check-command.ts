import { at, type Fields, fieldsOf, isFields, type Json, listOf, textOf } from '../json.ts';

const MAX = { characters: 8000, scope: 100, description: 100, options: 25, choices: 25 } as const;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko ar he'.split(
    ' ',
  );

const SUBCOMMAND = [1, 2];
const CHAT_INPUT = 1;
const COMPLETED = [3, 4, 10];

const localized = (value: Json | undefined): readonly string[] => Object.values(fieldsOf(value)).map(textOf);

/** Of a text and its translations the longest counts. */
const longest = (thing: Json, key: string): number =>
  Math.max(
    ...[textOf(at(thing, key)), ...localized(at(thing, `${key}_localizations`))].map(text => text.length),
  );

const characters = (thing: Json): number =>
  longest(thing, 'name') +
  longest(thing, 'description') +
  listOf(at(thing, 'choices')).reduce<number>(
    (sum, choice) => sum + longest(choice, 'name') + textOf(at(choice, 'value')).length,
    0,
  ) +
  listOf(at(thing, 'options')).reduce<number>((sum, option) => sum + characters(option), 0);

const badName = (name: string): boolean => !NAME.test(name) || name !== name.toLowerCase();

const textProblems = (thing: Fields, where: string): readonly string[] => {
  const names = [textOf(thing.name), ...localized(thing.name_localizations)];
  const descriptions = [textOf(thing.description), ...localized(thing.description_localizations)];
  const locales = [thing.name_localizations, thing.description_localizations].flatMap(each =>
    Object.keys(fieldsOf(each)),
  );
  return [
    ...names
      .filter(badName)
      .map(name => `${where}: "${name}" is no name: 1 to 32 letters, digits, - or _, lower case`),
    ...descriptions
      .filter(text => text.length === 0 || text.length > MAX.description)
      .map(text => `${where}: a description has 1 to ${MAX.description} characters, not ${text.length}`),
    ...locales
      .filter(locale => !LOCALES.includes(locale))
      .map(locale => `${where}: "${locale}" is no locale of Discord`),
  ];
};

const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const choiceProblems = (option: Fields, where: string): readonly string[] => {
  const choices = listOf(option.choices);
  const names = choices.map(choice => textOf(at(choice, 'name')));
  const problems: readonly (readonly [boolean, string])[] = [
    [choices.length > MAX.choices, `${choices.length} choices, at most ${MAX.choices}`],
    [repeated(names).length > 0, `the choice "${repeated(names)[0]}" stands twice`],
    [choices.length > 0 && option.autocomplete === true, 'choices and autocomplete exclude one another'],
    [
      option.autocomplete === true && !COMPLETED.includes(Number(option.type)),
      'only texts and numbers can be completed',
    ],
  ];
  return problems.filter(([broken]) => broken).map(([, problem]) => `${where}: ${problem}`);
};

const optionProblems = (thing: Fields, where: string): readonly string[] => {
  const options = listOf(thing.options).map(fieldsOf);
  const names = options.map(option => textOf(option.name));
  const late = options.some(
    (option, index) =>
      option.required === true && options.slice(0, index).some(before => before.required !== true),
  );
  const kinds = new Set(options.map(({ type }) => SUBCOMMAND.includes(Number(type))));
  const problems: readonly (readonly [boolean, string])[] = [
    [options.length > MAX.options, `${options.length} options, at most ${MAX.options}`],
    [repeated(names).length > 0, `the option "${repeated(names)[0]}" stands twice`],
    [late && !kinds.has(true), 'required options come before the others'],
    [kinds.size > 1, 'subcommands and options exclude one another'],
  ];
  return [
    ...problems.filter(([broken]) => broken).map(([, problem]) => `${where}: ${problem}`),
    ...options.flatMap(option => {
      const inside = `${where} ${textOf(option.name)}`;
      return [
        ...textProblems(option, inside),
        ...choiceProblems(option, inside),
        ...optionProblems(option, inside),
      ];
    }),
  ];
};

/** What Discord would refuse in one command that its API description lets pass. */
export const commandProblems = (command: Json): readonly string[] => {
  if (!isFields(command)) return ['a command is an object'];
  const where = `/${textOf(command.name)}`;
  if ((command.type ?? CHAT_INPUT) !== CHAT_INPUT) return [];
  const count = characters(command);
  return [
    ...textProblems(command, where),
    ...optionProblems(command, where),
    ...(count > MAX.characters ? [`${where}: ${count} characters, at most ${MAX.characters}`] : []),
  ];
};

/** What is wrong with commands that stand beside one another. */
export const scopeProblems = (commands: readonly Json[]): readonly string[] => {
  const names = commands.map(
    command => `${textOf(at(command, 'type')) || CHAT_INPUT} ${textOf(at(command, 'name'))}`,
  );
  return [
    ...(commands.length > MAX.scope ? [`${commands.length} commands in a scope, at most ${MAX.scope}`] : []),
    ...repeated(names).map(name => `the command "${name.split(' ')[1]}" stands twice`),
  ];
};
