export const inn =
  'The inn stood at the end of the village, where the road begins to climb towards the moor, and on the evening of which I speak ' +
  'there was but one guest in it. He had come on foot, a little before dark, with a bag upon his back and the mud of three counties on ' +
  'his boots; and when the landlady asked him his name, he looked at her for a moment as though he were trying to remember it.';

export const letters = 'qzv xkwj pfh tgb mrcl dno yuv wqx zzk bpt fgh jkl vbq wnr kcs hjp';
