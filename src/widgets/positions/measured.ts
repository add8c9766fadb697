/** Written by `train/ship_positions.py`: `docs/model-cards/positions.json`, as far as the figure shows it. In bits. */
import type { Measurements } from './measurements.ts';

export const measured: Measurements = {
  networks: [
    {
      name: 'learned',
      layers: 3,
      parameters: 162240,
      loss: { mean: 2.1679, error: 0.0122 },
      overNone: { mean: -0.2198, error: 0.0041 },
      place: [
        {
          linear: { mean: 6.9098, error: 0.0052 },
          hidden: { mean: 6.9872, error: 0.0013 },
          control: { mean: -0.0146, error: 0.0008 },
        },
        {
          linear: { mean: 2.2762, error: 0.0048 },
          hidden: { mean: 3.7788, error: 0.0047 },
          control: { mean: -0.0147, error: 0.0008 },
        },
        {
          linear: { mean: 1.926, error: 0.0031 },
          hidden: { mean: 3.1822, error: 0.0034 },
          control: { mean: -0.0151, error: 0.0008 },
        },
        {
          linear: { mean: 0.1059, error: 0.0034 },
          hidden: { mean: 0.2522, error: 0.004 },
          control: { mean: -0.0168, error: 0.0008 },
        },
      ],
    },
    {
      name: 'none',
      layers: 3,
      parameters: 154048,
      loss: { mean: 2.3876, error: 0.0116 },
      overNone: { mean: 0.0, error: 0.0 },
      place: [
        {
          linear: { mean: -0.0604, error: 0.0033 },
          hidden: { mean: -0.0305, error: 0.0016 },
          control: { mean: -0.0137, error: 0.0009 },
        },
        {
          linear: { mean: 0.9518, error: 0.0089 },
          hidden: { mean: 1.3212, error: 0.021 },
          control: { mean: -0.013, error: 0.0007 },
        },
        {
          linear: { mean: 1.726, error: 0.0168 },
          hidden: { mean: 2.2109, error: 0.0322 },
          control: { mean: -0.015, error: 0.0008 },
        },
        {
          linear: { mean: 0.1658, error: 0.0037 },
          hidden: { mean: 0.5442, error: 0.0052 },
          control: { mean: -0.0161, error: 0.0008 },
        },
      ],
    },
    {
      name: 'rotary',
      layers: 3,
      parameters: 154048,
      loss: { mean: 2.071, error: 0.0126 },
      overNone: { mean: -0.3166, error: 0.0051 },
      place: [
        {
          linear: { mean: -0.0616, error: 0.0034 },
          hidden: { mean: -0.0305, error: 0.0016 },
          control: { mean: -0.0125, error: 0.0009 },
        },
        {
          linear: { mean: -0.0142, error: 0.0022 },
          hidden: { mean: 0.0468, error: 0.0024 },
          control: { mean: -0.0143, error: 0.0008 },
        },
        {
          linear: { mean: 0.0083, error: 0.0027 },
          hidden: { mean: 0.0537, error: 0.0027 },
          control: { mean: -0.0143, error: 0.0008 },
        },
        {
          linear: { mean: 0.0321, error: 0.0032 },
          hidden: { mean: 0.0791, error: 0.0033 },
          control: { mean: -0.0159, error: 0.0009 },
        },
      ],
    },
    {
      name: 'sinusoidal',
      layers: 3,
      parameters: 154049,
      loss: { mean: 2.1937, error: 0.0123 },
      overNone: { mean: -0.194, error: 0.004 },
      place: [
        {
          linear: { mean: 6.7489, error: 0.0044 },
          hidden: { mean: 6.9864, error: 0.001 },
          control: { mean: -0.0162, error: 0.0008 },
        },
        {
          linear: { mean: 4.4414, error: 0.0243 },
          hidden: { mean: 5.6576, error: 0.0139 },
          control: { mean: -0.015, error: 0.0008 },
        },
        {
          linear: { mean: 2.0387, error: 0.0028 },
          hidden: { mean: 3.5123, error: 0.0034 },
          control: { mean: -0.0154, error: 0.0008 },
        },
        {
          linear: { mean: 0.0944, error: 0.0029 },
          hidden: { mean: 0.2215, error: 0.0036 },
          control: { mean: -0.0164, error: 0.0008 },
        },
      ],
    },
    {
      name: 'none-one-layer',
      layers: 1,
      parameters: 55488,
      loss: { mean: 3.3191, error: 0.0084 },
      overNone: { mean: 0.9314, error: 0.0075 },
      place: [
        {
          linear: { mean: -0.0585, error: 0.003 },
          hidden: { mean: -0.0298, error: 0.0015 },
          control: { mean: -0.0126, error: 0.0008 },
        },
        {
          linear: { mean: 0.2569, error: 0.0061 },
          hidden: { mean: 0.8901, error: 0.0093 },
          control: { mean: -0.015, error: 0.0008 },
        },
      ],
    },
    {
      name: 'untrained',
      place: [
        { linear: { mean: -0.0611, error: 0.0037 }, hidden: { mean: -0.0319, error: 0.002 } },
        { linear: { mean: -0.0379, error: 0.0043 }, hidden: { mean: 0.8776, error: 0.0245 } },
        { linear: { mean: -0.0002, error: 0.0058 }, hidden: { mean: 0.9957, error: 0.0169 } },
        { linear: { mean: -0.0024, error: 0.0064 }, hidden: { mean: 1.0341, error: 0.015 } },
      ],
    },
  ],
};
