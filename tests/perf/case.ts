import { CasePackage } from "../support/case.ts";

/** Pieces of the package that is generated: as many items, links, roots and letters as a large framework of science standards has. */
const ITEMS = 1037;
const ROOTS = 11;
const OUTSIDE = 8;
const CHILDREN = 6;

const WORDS = (
  "plan and conduct an investigation to compare the effects of different strengths or directions of pushes and pulls on the motion " +
  "of an object use evidence from observations to construct an argument that plants get the materials they need for growth chiefly " +
  "from air water develop a model that describes patterns in energy matter cycles ecosystems weather climate"
).split(" ");

/** The same numbers in the same order, every time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A CASE 1.0 package of 1,037 items, 1.4 MB as other servers write it: the same bytes every time. */
export function casePackage(): Buffer {
  const next = chance(2013);
  const hex = (digits: number) => Array.from({ length: digits }, () => next(16).toString(16)).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-11e8-824f-0242ac160002`;
  const link = (title: string, identifier: string) => ({ title, identifier, uri: `https://example.org/uri/${identifier}` });
  const words = (count: number) => Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(" ");
  const when = "2018-10-24T20:36:29+00:00";
  const kind = link("Disciplinary Core Idea", uuid());

  const root = link("Standards for measuring", uuid());
  const identified = () => {
    const { identifier, uri } = link("", uuid());
    return { identifier, uri };
  };
  const items = Array.from({ length: ITEMS }, (_, place) => ({
    ...identified(),
    fullStatement: `${words(16 + next(12))}.`,
    humanCodingScheme: `K-${place}`,
    language: "en",
    educationLevel: ["KG", "01", "02"].slice(0, 1 + next(3)),
    ...(next(4) === 0 && { CFItemType: kind.title, CFItemTypeURI: kind }),
    lastChangeDateTime: when,
  }));
  const parentOf = (place: number) => {
    const above = items[Math.floor((place - ROOTS) / CHILDREN)];
    return above ? link(above.fullStatement, above.identifier) : root;
  };
  const association = (associationType: string, sequenceNumber: number, origin: object, destination: object) => ({
    ...identified(),
    lastChangeDateTime: when,
    sequenceNumber,
    originNodeURI: origin,
    associationType,
    destinationNodeURI: destination,
  });
  const linkTo = (item: (typeof items)[number]) => link(item.humanCodingScheme, item.identifier);
  const children = items.map((item, place) => association("isChildOf", place + 1, linkTo(item), parentOf(place)));
  const same = (item: (typeof items)[number], place: number) =>
    association("exactMatchOf", place + 1, linkTo(item), link("elsewhere", uuid()));
  const matches = items.slice(0, OUTSIDE).map(same);
  const packed = {
    CFDocument: { ...root, creator: "Cairn", lastChangeDateTime: when, language: "en", adoptionStatus: "Draft", notes: words(90) },
    CFItems: items,
    CFAssociations: [...children, ...matches],
    CFDefinitions: { CFItemTypes: [{ ...kind, lastChangeDateTime: when, typeCode: kind.title }] },
  };
  return Buffer.from(JSON.stringify(packed, undefined, 2));
}

/** A framework of so many competencies in twenty subjects with so many trails between them, each from one that stands before. */
export function trails(competencies: number, trails: number): CasePackage {
  const SUBJECTS = 20;
  const NEAR = 120;
  const next = chance(competencies);
  const whole = new CasePackage(`Trails ${competencies}`);
  for (let subject = 0; subject < SUBJECTS; subject += 1) whole.add(`S${subject}`, `Subject ${subject}`);
  const code = (place: number) => `C${place}`;
  for (let place = 0; place < competencies; place += 1) {
    whole.add(code(place), `I can do number ${place}`, `S${Math.floor((place * SUBJECTS) / competencies)}`);
  }
  const known = new Set<string>();
  while (known.size < trails) {
    const to = 1 + next(competencies - 1);
    const from = to - 1 - next(Math.min(NEAR, to));
    if (known.has(`${from}>${to}`)) continue;
    known.add(`${from}>${to}`);
    whole.precede(code(from), code(to));
  }
  return whole;
}
