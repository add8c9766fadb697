import { expect, it } from 'vitest';
import { Claim, Claims } from '#kit/prose/Cards.tsx';
import { claimsBelow } from './claims.ts';

it('finds every claim of a text, however deep, in its order and with its words', () => {
  const text = (
    <>
      <p>Before</p>
      <div>
        <Claims>
          <Claim id="a" status="theorem" widget="w">
            One <em>thing</em>
          </Claim>
          {[
            <Claim key="b" id="b" status="wrong">
              Another
            </Claim>,
          ]}
        </Claims>
      </div>
      {false}
    </>
  );
  const found = claimsBelow(text).map(({ props }) => props);
  expect(found.map(({ id, status, widget }) => [id, status, widget])).toEqual([
    ['a', 'theorem', 'w'],
    ['b', 'wrong', undefined],
  ]);
  expect(found[1].children).toBe('Another');
  expect(claimsBelow('words')).toEqual([]);
});
