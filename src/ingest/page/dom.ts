/** What is used of a node of a page, and no more: the parser behind it may change. */
export interface PageNode {
  /** 1 is an element, 3 is text. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly children: Iterable<PageElement>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  readonly remove: () => void;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

export const isText = (node: PageNode): boolean => node.nodeType === 3;

/** Name of an element in lower case, whatever case the page has it in. */
export const tagOf = (node: PageNode): string => node.nodeName.toLowerCase();
