import { createHash } from "node:crypto";
import type { FileToGive } from "./files.ts";

interface Link {
  title: string;
  identifier: string;
  uri: string;
}

interface Item {
  identifier: string;
  uri: string;
  fullStatement: string;
  abbreviatedStatement?: string | null;
  humanCodingScheme?: string | null;
  CFItemType?: string | null;
  [member: string]: unknown;
}

interface Association {
  identifier: string;
  uri: string;
  associationType: string;
  originNodeURI: Link;
  destinationNodeURI: Link;
  sequenceNumber?: number;
  [member: string]: unknown;
}

const AT = "2024-09-01T08:00:00+00:00";

/** The same identifier for the same words, in the form that CASE wants: a UUID. */
function identifier(of: string): string {
  const hex = createHash("sha256").update(of).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

const address = (what: string, of: string) => `https://frameworks.example/ims/case/v1p0/${what}/${identifier(of)}`;
const link = (what: string, of: string): Link => ({ title: of, identifier: identifier(of), uri: address(what, of) });

/** A CASE package that a test puts together. Items are called by their codes. */
export class CasePackage {
  readonly items: Item[] = [];
  readonly associations: Association[] = [];
  private readonly criteria: unknown[] = [];
  private readonly says: Record<string, unknown> = {};
  private kind: string | undefined;

  /** Packages of one title are editions of one document; `changed` tells which is newer. */
  constructor(
    readonly title: string,
    private readonly changed = AT,
  ) {}

  /** Adds an item below another one, or at the top. */
  add(code: string, statement: string, above?: string, more: Partial<Item> = {}): this {
    const named = link("CFItems", code);
    this.items.push({
      identifier: named.identifier,
      uri: named.uri,
      CFDocumentURI: link("CFDocuments", this.title),
      fullStatement: statement,
      humanCodingScheme: code,
      lastChangeDateTime: AT,
      ...more,
    });
    const parent = above === undefined ? link("CFDocuments", this.title) : link("CFItems", above);
    return this.connect("isChildOf", named, parent, this.items.length);
  }

  /** Says that one item comes before another. */
  precede(before: string, after: string): this {
    return this.connect("precedes", link("CFItems", before), link("CFItems", after));
  }

  /** Says that one item came in the place of another, which may be in an older edition alone. */
  replace(before: string, after: string): this {
    return this.connect("replacedBy", link("CFItems", before), link("CFItems", after));
  }

  /** Says that two items ask for the same. */
  match(one: string, other: string): this {
    return this.connect("exactMatchOf", link("CFItems", one), link("CFItems", other));
  }

  /** Gives an item words for levels on a scale of its own: what its steps are called, the lowest first. */
  judge(code: string, steps: string[]): this {
    const levels = steps.map((quality, place) => ({
      identifier: identifier(`${code} ${quality}`),
      uri: address("CFRubricCriterionLevels", `${code} ${quality}`),
      quality,
      description: `${code}: ${quality.toLowerCase()} enough`,
      score: (place + 1) * 10,
      lastChangeDateTime: AT,
    }));
    this.criteria.push({
      identifier: identifier(`criterion ${code}`),
      uri: address("CFRubricCriteria", code),
      CFItemURI: link("CFItems", code),
      CFRubricCriterionLevels: levels,
      lastChangeDateTime: AT,
    });
    return this;
  }

  /** Says something in Cairn's own extension of the document. */
  say(more: Record<string, unknown>): this {
    Object.assign(this.says, more);
    return this;
  }

  /** Says what kind of framework it is. */
  as(kind: string): this {
    this.kind = kind;
    return this;
  }

  /** The package as a file. */
  file(name = "framework.json"): FileToGive {
    const document = {
      identifier: identifier(this.title),
      uri: address("CFDocuments", this.title),
      CFPackageURI: link("CFPackages", this.title),
      creator: "The tests",
      title: this.title,
      lastChangeDateTime: this.changed,
      adoptionStatus: null,
      subject: null,
      extensions: { cairn: this.says },
      frameworkType: this.kind,
    };
    const rubric = {
      identifier: identifier(`rubric ${this.title}`),
      uri: address("CFRubrics", this.title),
      CFRubricCriteria: this.criteria,
      lastChangeDateTime: AT,
    };
    const CFRubrics = this.criteria.length > 0 ? [rubric] : [];
    const whole = { CFDocument: document, CFItems: this.items, CFAssociations: this.associations, CFRubrics };
    return { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(whole)) };
  }

  private connect(associationType: string, originNodeURI: Link, destinationNodeURI: Link, sequenceNumber?: number): this {
    const of = `${associationType} ${originNodeURI.title} ${destinationNodeURI.title}`;
    this.associations.push({
      identifier: identifier(of),
      uri: address("CFAssociations", of),
      associationType,
      originNodeURI,
      destinationNodeURI,
      sequenceNumber,
      lastChangeDateTime: AT,
    });
    return this;
  }
}

const DISCIPLINES = ["Life", "Earth", "Matter"];
const PRACTICES = ["Develop a model", "Plan an investigation", "Argue from evidence", "Use mathematics", "Ask questions"];
const TOPICS = ["cells", "ecosystems", "inheritance", "weather", "rocks", "tides", "forces", "waves", "circuits", "reactions"];

/**
 * A framework of the size and with the habits of a national science standard: 1,083 items in three layers, the same opening words in
 * every statement, markup, members that are null, and chains of prerequisites.
 */
export function largeFramework(title = "Science for everyone"): CasePackage {
  const whole = new CasePackage(title);
  for (const discipline of DISCIPLINES) {
    whole.add(discipline, `${discipline} sciences`, undefined, { CFItemType: "Discipline", conceptKeywords: null });
    for (const topic of TOPICS) addTopic(whole, discipline, topic);
  }
  return whole;
}

function addTopic(whole: CasePackage, discipline: string, topic: string): void {
  const heading = `${discipline}-${topic}`;
  whole.add(heading, `${discipline}: ${topic}`, discipline, { CFItemType: null, listEnumeration: null });
  for (let number = 1; number <= 35; number += 1) {
    const practice = PRACTICES[number % PRACTICES.length];
    const statement =
      `Students who demonstrate understanding can: <p>${practice} about <i>${topic}</i>, part ${number} of ${discipline.toLowerCase()}.</p>`;
    whole.add(`${heading}-${number}`, statement, heading, {
      CFItemType: number % 3 === 0 ? null : "Performance Expectation",
      abbreviatedStatement: null,
      notes: null,
      educationLevel: ["06", "07", "08"],
    });
    if (number > 1) whole.precede(`${heading}-${number - 1}`, `${heading}-${number}`);
  }
}
