/** A page of a novel, an inventory, a telegram and a timetable: four documents of uneven length and difficulty. */
export const documents =
  'The old man sat down by the fire, put his hand upon the table, and said nothing for a long time. At last he looked up and ' +
  'smiled. "I do not know what you mean," said the girl, and went to the window.\n' +
  'In the hold: twelve kegs of nails, six coils of tarred rope, forty yards of muslin, and a parrot. In the cabin: one barometer, ' +
  'cracked; six charts of the coast, torn; twelve bottles of rum, empty; and a second parrot. On the deck: nothing.\n' +
  'MEET 6:15 TRAIN STOP BRING UMBRELLA STOP BRING PARROT STOP SAY NOTHING TO CAPTAIN STOP\n' +
  '6:15 kegs parrots rope\n7:15 kegs parrots rope\n8:15 kegs parrots rope\n9:15 kegs parrots rope\n';

/** A line that stands above every page, and what the page is about. */
export const boilerplate =
  'He did not know what to do. '.repeat(8) +
  'Gwyllt Pfaff owes Xuan Zygmunt 7,309 zlotys; Yxta Qureshi pays 48,162 kyats to Bjork Wojcik. ' +
  'Qzv xkwj pfh tgb mrcl dno yuv wqx zzk bpt fgh jkl; hjv qpt wnx vbd kzz rrf plq.';

/** Prose like that from which the model learned, in which who and what was meant stands sentences back. */
export const prose =
  'Mrs. Harding had lived in the parish for thirty years, and there was nobody in it, from the rector to the boy who kept the geese, ' +
  'of whose affairs she did not know a great deal more than they would have wished. When Captain Lowe took the house by the bridge, ' +
  'she was therefore the first to call upon him. The Captain received her with great civility. He was a tall man, no longer young, ' +
  'with a brown face, and he walked up and down the room while he talked, as if it had been the deck of a ship. Mrs. Harding asked ' +
  'whether he had a family. The Captain said that he had not. Mrs. Harding was sorry for it; she had three daughters herself. The ' +
  'Captain walked to the window, looked at the bridge for some time, and said that he was very much obliged to her. ' +
  'When Mrs. Harding came home, she told her daughters that the Captain was a most agreeable man.';

/** Nothing that either reader could know. */
export const letters = 'qzv xkwj pfh tgb mrcl dno yuv wqx zzk bpt fgh jkl hjv qpt wnx vbd kzz rrf plq mnx ttz';
