export const letter = 'The captain gave John a letter for his mother, and John put the letter in his';

export const lamp = 'Mary took the lamp and went up to the garden, and there, under the old tree, she put down the';

export const darcy =
  'Elizabeth looked at Mr. Darcy, and Mr. Darcy looked at Elizabeth. She smiled, and he said to Elizabeth';

export const inn = 'The inn stood at the end of the village, where the road begins to climb towards the';

export const letters = 'qgyhn iekbk sdsmu uzwxb pmcng sfkjv pzukn';
