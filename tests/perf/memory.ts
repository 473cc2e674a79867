import { readFileSync, readdirSync, writeFileSync } from "node:fs";

/** The renderers of one browser, by what Linux says of their memory. */
export class Renderers {
  private readonly before: Map<number, number>;

  /** Notes what each renderer of the browser with this profile has now, and lets the kernel begin its peaks anew. */
  constructor(profile: string) {
    const renderers = descendants(browserOf(profile)).filter((process) => commandLine(process).includes("--type=renderer"));
    for (const process of renderers) writeFileSync(`/proc/${process}/clear_refs`, "5");
    this.before = new Map(renderers.map((process) => [process, status(process, "VmRSS")]));
  }

  /** By how many megabytes the renderer that grew most was ever larger than at the start. */
  growth(): number {
    const grown = Array.from(this.before, ([process, before]) => status(process, "VmHWM") - before);
    return Math.max(...grown) / 1000;
  }
}

function browserOf(profile: string): number {
  const found = processes().find((process) => {
    const words = commandLine(process);
    return words.includes(`--user-data-dir=${profile}`) && !words.includes("--type=");
  });
  if (found === undefined) throw new Error(`no browser has the profile ${profile}`);
  return found;
}

function descendants(process: number): number[] {
  const children = processes().filter((other) => status(other, "PPid") === process);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function processes(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function commandLine(process: number): string {
  return read(`/proc/${process}/cmdline`).replaceAll("\0", " ");
}

/** A number from a process's status: kilobytes, for memory; 0 when the process is gone. */
function status(process: number, field: string): number {
  const line = new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(read(`/proc/${process}/status`));
  return Number(line?.[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
