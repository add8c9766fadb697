import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { Claim } from '#kit/prose/Cards.tsx';
import { components } from '#kit/prose/components.ts';
import type { BookClaim, ClaimsOfPage } from '#kit/prose/page.ts';
import { places, type Prose } from './chapters.ts';
import type { Workshop } from './workshop.ts';

/** What a chapter is made of, before anything of it is drawn: the text that MDX has compiled is a function of its components. */
const elementsOf = ({ default: Text }: Prose) =>
  (Text as (props: { components: typeof components }) => ReactNode)({ components });

type Written = Omit<BookClaim, 'says' | 'widget'> & { readonly widget?: string; readonly children: ReactNode };

const isClaim = (node: ReactElement): node is ReactElement<Written> => node.type === Claim;

/** The claims below a node, in their order. */
export function claimsBelow(node: ReactNode): ReactElement<Written>[] {
  if (Array.isArray(node)) return Children.toArray(node as ReactNode[]).flatMap(claimsBelow);
  if (!isValidElement<{ children?: ReactNode }>(node)) return [];
  return isClaim(node) ? [node] : claimsBelow(node.props.children);
}

/** Every claim of the chapters, as it stands there. */
export async function claimsOf({ book, widgets }: Pick<Workshop, 'book' | 'widgets'>): Promise<ClaimsOfPage[]> {
  const built = places.filter(({ id }) => book.chapters.has(id));
  const pages = await Promise.all(
    built.map(async ({ id, number, title, chapter, prose }) => ({
      ...{ id, number, title },
      chapter: { part: chapter.part, number: chapter.number, title: chapter.title },
      claims: claimsBelow(elementsOf(await prose())).map(({ props }) => ({
        ...{ id: props.id, status: props.status, says: props.children },
        ...(props.widget && { widget: { id: props.widget, title: widgets.get(props.widget)!.spec.title } }),
      })),
    })),
  );
  return pages.filter(({ claims }) => claims.length > 0);
}
