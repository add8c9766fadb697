/** Words that come back, some in other company. */
export const hats =
  'The old man took off his hat, and the old man put his hat upon the table, and the old woman took the hat of the old man and put it by the fire.';

/** As in the chapter on reading. */
export const story =
  'It was a cold night, and the old man sat down by the fire. He took off his hat, put his hand upon the table, and said ' +
  'nothing for a long time. At last he looked up and smiled at the giraffe.';

export const mats = 'The cat sat on the mat. The cat sat on the mat. The cat sat on the mat.';

/** Words of letters drawn by lot. */
export const letters = 'qgyhn iekbk sdsmu uzwxb pmcng sfkjv pzukn qguzv zikmp ciuvg bmtey';
