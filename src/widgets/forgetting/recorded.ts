/**
 * Written by record.slow.test.ts: nats a character, five digits. A point is its step, what the old, the held-out and the learned text
 * cost, the errors of the first two, the drift on both, and how far the weights moved.
 */
export const recorded: {
  readonly sample: string;
  readonly runs: readonly {
    readonly asked: Readonly<Record<string, string | number>>;
    readonly sample: string;
    readonly points: string;
  }[];
} = {
  sample:
    '"I realth down the old will the Considered and the Bildady watch to me what in the of stranger sitting of his boat continue as the instinct are as the rest pipe',
  runs: [
    {
      asked: { data: 'play', method: 'none' },
      sample:
        'I hope from the pooles of our bame, and me a winder\nBy done, playing the moon, to demore the round of the play love,\nThese mean morning on my lively wood me bac',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.67162 1.91179 1.7975 0.01567 0.03026 0.25121 0.35748 0.03005|40 1.69243 1.84629 1.69864 0.0149 0.03644 0.26235 0.38436 0.04172|60 1.6599 1.80251 1.6254 0.01447 0.03935 0.24584 0.38519 0.04733|80 1.64927 1.77783 1.60266 0.01394 0.04041 0.23471 0.38405 0.05016|100 1.65564 1.76871 1.589 0.01508 0.04088 0.23778 0.39746 0.05127',
    },
    {
      asked: { data: 'play', method: 'leash', share: '0.25' },
      sample:
        '"Thou likes the pooles of which fall single it in the spense dear,\n"When I think, you that though I will not that the moons that of ship\'s insteaning such an ma',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.5913 1.89705 1.78063 0.01202 0.02796 0.16712 0.21325 0.02777|40 1.59871 1.83099 1.68909 0.0104 0.0331 0.16811 0.22227 0.03771|60 1.56825 1.79823 1.63034 0.01024 0.03538 0.14894 0.21255 0.042|80 1.56214 1.77735 1.61335 0.00959 0.03626 0.14052 0.20786 0.04424|100 1.56229 1.76955 1.60209 0.01017 0.03674 0.13905 0.21035 0.04505',
    },
    {
      asked: { data: 'play', method: 'leash', share: '0.5' },
      sample:
        'They was might be childred to a rome me a fairy forces of their please man from you flowers as her single from him should a change disterned call,\n"I shall if I',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.53115 1.90371 1.78558 0.00806 0.02379 0.10376 0.1308 0.02492|40 1.53728 1.84653 1.71677 0.00843 0.02876 0.10438 0.13125 0.03322|60 1.50821 1.82908 1.6803 0.00706 0.02895 0.08288 0.11261 0.03708|80 1.5077 1.80553 1.66001 0.00698 0.03102 0.07833 0.11104 0.0389|100 1.50652 1.7998 1.65081 0.00691 0.03113 0.0766 0.11115 0.03952',
    },
    {
      asked: { data: 'play', method: 'leash', share: '0.75' },
      sample:
        '"I rearth least of comparior than ever seemed in a heart loved him. And then he to pleasure a look of the door and provement and who has he had been senself cri',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.47878 1.94997 1.84635 0.00488 0.01768 0.04546 0.05642 0.02024|40 1.48056 1.91503 1.80241 0.00506 0.02032 0.04269 0.05309 0.02656|60 1.47012 1.89193 1.77465 0.00449 0.02119 0.03439 0.04618 0.02947|80 1.4683 1.87966 1.76315 0.00421 0.02267 0.03179 0.04311 0.03082|100 1.46589 1.87658 1.75719 0.0039 0.02277 0.02901 0.04105 0.03125',
    },
    {
      asked: { data: 'play', method: 'leash', share: '0.875' },
      sample:
        '"I realth up the daughters, that I shall see I have it to me looken in a shame or field his back by the stand with ship called the night the night; and the tone',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.46384 1.9997 1.91722 0.00349 0.01171 0.02457 0.03101 0.01647|40 1.46462 1.97224 1.884 0.00352 0.01401 0.02348 0.02829 0.02092|60 1.45632 1.96211 1.87443 0.00294 0.01417 0.01612 0.021 0.02271|80 1.45319 1.95393 1.86566 0.00225 0.01558 0.01308 0.01752 0.02345|100 1.45244 1.95112 1.85998 0.00205 0.01548 0.01145 0.01583 0.02364',
    },
    {
      asked: { data: 'play', method: 'oldLeash', share: '0.25' },
      sample:
        "Their busit the dround together'd in the part, and rage away disappens in the woman;\nHe will would not and do my hather passed the is train, I had a life think ",
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.60063 1.90802 1.78773 0.01194 0.02683 0.17188 0.27224 0.0275|40 1.6 1.84858 1.70296 0.01202 0.03175 0.16612 0.26778 0.03741|60 1.57114 1.80924 1.6349 0.01099 0.03574 0.14429 0.26435 0.0422|80 1.56255 1.78622 1.61561 0.01029 0.03731 0.13977 0.27477 0.04453|100 1.56246 1.7769 1.60196 0.01033 0.03812 0.13769 0.28443 0.04534',
    },
    {
      asked: { data: 'play', method: 'oldLeash', share: '0.5' },
      sample:
        '"Though the strangener of which life with the thing."\n"I believe away to the last sanguished by her fair to the since of his part about he lid will seemed the d',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.54899 1.92524 1.79152 0.00855 0.02479 0.11417 0.2035 0.02464|40 1.53835 1.86032 1.71903 0.00782 0.02981 0.10092 0.19164 0.03342|60 1.52586 1.82844 1.67055 0.00754 0.03223 0.0928 0.20303 0.03763|80 1.51328 1.80101 1.65015 0.00699 0.03268 0.08387 0.21025 0.03956|100 1.50961 1.79057 1.6397 0.00704 0.03324 0.07928 0.20844 0.04013',
    },
    {
      asked: { data: 'play', method: 'oldLeash', share: '0.75' },
      sample:
        '"Though the more have been the least a change, and I can not expression, and where shaped in a with the standing marked me, the bedge of his information of moth',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.52043 1.98775 1.87537 0.00555 0.01992 0.07413 0.13254 0.02163|40 1.50504 1.92205 1.8074 0.00588 0.02261 0.06584 0.1411 0.02824|60 1.49276 1.88445 1.76765 0.00582 0.02682 0.05329 0.13456 0.03118|80 1.48493 1.86017 1.75035 0.00468 0.02823 0.04592 0.14135 0.03246|100 1.48036 1.84871 1.73551 0.00456 0.02831 0.04148 0.13913 0.03275',
    },
    {
      asked: { data: 'play', method: 'oldLeash', share: '0.875' },
      sample:
        '"I realth come of it."\n"No, you in a love of which laught, and stone of the provourable and as it in the should be was as if a change of his information of sati',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.48806 2.00267 1.91432 0.00461 0.01819 0.04797 0.09693 0.0197|40 1.48315 1.97076 1.88112 0.00389 0.01816 0.04107 0.09446 0.0245|60 1.4776 1.93612 1.8505 0.00376 0.02005 0.03609 0.10008 0.02622|80 1.46836 1.91371 1.83121 0.00331 0.02173 0.0275 0.09895 0.02687|100 1.46394 1.9003 1.82064 0.00289 0.02226 0.02365 0.09642 0.02694',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.25' },
      sample:
        'I hope me eyes and your glove womandered in a part crattens of meen of ship her respect than world the fair, and do all present for a man perfectly of deather, ',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.61156 1.91891 1.81765 0.01181 0.02642 0.18607 0.27087 0.02742|40 1.60855 1.87039 1.72889 0.0126 0.03109 0.1771 0.27392 0.03743|60 1.58463 1.81954 1.65611 0.011 0.03594 0.15719 0.26602 0.04226|80 1.5738 1.79983 1.63605 0.01159 0.03756 0.15272 0.27863 0.04456|100 1.57242 1.78885 1.6233 0.01144 0.03794 0.14635 0.28049 0.04531',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.5' },
      sample:
        '"I neve think the dame of some were the for spoke all the poor of day, she spring its like the doctor of the same of the fore that entered with the sea.\nThere w',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.57068 1.96432 1.85292 0.00823 0.02417 0.13774 0.22158 0.0254|40 1.57021 1.91786 1.7823 0.01042 0.0288 0.13516 0.21398 0.03482|60 1.55159 1.85785 1.72321 0.00967 0.03222 0.12316 0.22463 0.03939|80 1.54031 1.84064 1.706 0.00861 0.03242 0.11395 0.21939 0.04141|100 1.53752 1.83043 1.69375 0.00878 0.0332 0.10828 0.21755 0.04204',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.75' },
      sample:
        '"I felt you will poor any ready you me, should have fellow that I look my bow conscience of the tame so much and could be conscient, and and every father stayed',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.56337 2.05732 1.96627 0.00775 0.01872 0.11656 0.15701 0.02423|40 1.55757 2.01602 1.90276 0.01038 0.02087 0.11781 0.17952 0.03315|60 1.54595 1.97163 1.86623 0.00879 0.02483 0.10863 0.18348 0.0376|80 1.54601 1.96088 1.85221 0.00819 0.02684 0.1069 0.19004 0.03963|100 1.53976 1.94994 1.84327 0.00826 0.02754 0.10061 0.18091 0.04028',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.875' },
      sample:
        '"I never would have no does and not between to the expressing and left in the senset, or the liken of the water of a few soul, and read of a very life that I be',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.56613 2.1214 2.04813 0.00884 0.01573 0.1201 0.13856 0.02446|40 1.56687 2.08504 1.99685 0.00985 0.01742 0.12461 0.17106 0.03376|60 1.5556 2.06181 1.97578 0.00893 0.0199 0.11679 0.16888 0.03842|80 1.55417 2.05463 1.96521 0.00761 0.02244 0.11657 0.17548 0.04062|100 1.55002 2.04739 1.96261 0.00787 0.02303 0.11103 0.16923 0.04136',
    },
    {
      asked: { data: 'play', method: 'none', rate: 0.0005 },
      sample:
        'I well,\nI read your consuites into a frightenien still men a real roll dogst and that I am a double meant from your day proceed on I will from a table her from ',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.53531 1.95597 1.86886 0.00778 0.01929 0.10739 0.17733 0.01031|40 1.53403 1.89196 1.78861 0.00925 0.02345 0.10639 0.18629 0.0152|60 1.54009 1.86389 1.74888 0.0091 0.02613 0.11542 0.20887 0.01817|80 1.54362 1.85204 1.73462 0.0094 0.0272 0.11988 0.21745 0.01962|100 1.54669 1.84637 1.72816 0.00941 0.02773 0.12221 0.22181 0.02019',
    },
    {
      asked: { data: 'play', method: 'leash', rate: 0.0005 },
      sample:
        'Their intelligent, for that she gards in a cheer master are surprised a little way moved the round of the day brown of the proceensive carriage, is a form of fa',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.47159 1.95861 1.87541 0.00507 0.01482 0.04009 0.05952 0.00889|40 1.47369 1.91554 1.81521 0.00511 0.01878 0.04006 0.06439 0.01289|60 1.47233 1.89332 1.78696 0.00518 0.02033 0.04074 0.06543 0.01515|80 1.4729 1.88316 1.77499 0.00527 0.02137 0.04126 0.06636 0.01622|100 1.47448 1.87834 1.76982 0.00519 0.02176 0.04196 0.06734 0.01665',
    },
    {
      asked: { data: 'play', method: 'oldLeash', rate: 0.0005 },
      sample:
        'Then I do we must fell my good feet to the whole collect rememberable a more and thought the room.\nThe last stay for her meant of her house, loved himself as I ',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.48903 1.97028 1.88082 0.00473 0.01596 0.05252 0.10282 0.00845|40 1.47538 1.92756 1.82737 0.00449 0.01887 0.03805 0.089 0.01195|60 1.4787 1.89812 1.78923 0.00512 0.0215 0.04452 0.10795 0.01415|80 1.47399 1.88544 1.78107 0.00512 0.02189 0.04174 0.11074 0.01517|100 1.47355 1.87929 1.77472 0.00506 0.02223 0.04154 0.11196 0.01554',
    },
    {
      asked: { data: 'play', method: 'none', seed: 2 },
      sample:
        "He paid, fellowed or and I will in the come spares I thing that you have the love crander from her heart the mother's faul forth ships from as a general of feel",
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.66584 1.91401 1.80887 0.01449 0.0293 0.2372 0.36565 0.03009|40 1.66536 1.82243 1.68602 0.01427 0.03426 0.2339 0.38163 0.04116|60 1.67162 1.78152 1.62389 0.0154 0.03691 0.2457 0.39342 0.04715|80 1.65995 1.76115 1.58039 0.0142 0.04028 0.2371 0.39578 0.04973|100 1.65908 1.75686 1.56549 0.01468 0.04067 0.23998 0.40983 0.05077',
    },
    {
      asked: { data: 'play', method: 'none', seed: 3 },
      sample:
        'I hope, and show no fairy:--\nI see I am show not you, then thou art shall your such cries in sometime the beard,\nMy liver down to have fairy remety, and the ear',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.67091 1.91906 1.78413 0.01292 0.02817 0.23864 0.36219 0.03027|40 1.67941 1.83421 1.69755 0.01383 0.03466 0.25612 0.38996 0.04163|60 1.67268 1.80542 1.63063 0.01345 0.03673 0.25104 0.40069 0.04689|80 1.66246 1.77148 1.59176 0.01454 0.03906 0.24233 0.39282 0.04954|100 1.65909 1.75802 1.57375 0.01427 0.03936 0.23903 0.39591 0.05057',
    },
    {
      asked: { data: 'play', method: 'leash', seed: 2 },
      sample:
        'They words. The bads of push a lean of the cheer coast that to shot was the wate of we seemed a gain to the more in the enderfully green what with his own sick,',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.5407 1.89585 1.80579 0.00817 0.02362 0.10494 0.13936 0.02471|40 1.52246 1.84389 1.72474 0.00653 0.02687 0.0912 0.12222 0.0322|60 1.51892 1.80787 1.67249 0.00713 0.02946 0.08739 0.12264 0.03651|80 1.51058 1.79458 1.64477 0.00695 0.03086 0.0802 0.11419 0.03809|100 1.50648 1.78767 1.63092 0.00702 0.03112 0.07703 0.11254 0.03869',
    },
    {
      asked: { data: 'play', method: 'leash', seed: 3 },
      sample:
        'They world: and I did not with at once, the little elephate across, when the prepealom.\n"The though the same to the chance to the put one disher by the more bus',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.53205 1.89766 1.77661 0.00729 0.02232 0.09654 0.12995 0.02503|40 1.52781 1.84617 1.71744 0.00663 0.0268 0.09506 0.13102 0.03304|60 1.51833 1.82745 1.67453 0.00707 0.02916 0.08633 0.11838 0.03654|80 1.51227 1.81166 1.64876 0.00699 0.03007 0.08001 0.11213 0.03846|100 1.50752 1.80049 1.63461 0.00688 0.03077 0.07644 0.11178 0.03911',
    },
    {
      asked: { data: 'play', method: 'oldLeash', seed: 2 },
      sample:
        'They worlder the head and made or comes and droppine and in the tire, and said his do distance as it was and stayed a mole, the deal storms, looke a sharm of po',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.55316 1.92795 1.82077 0.00913 0.02566 0.11849 0.22509 0.02482|40 1.53962 1.85434 1.73909 0.00879 0.03223 0.10526 0.22782 0.0332|60 1.53537 1.80977 1.68801 0.00886 0.03241 0.10055 0.22477 0.03707|80 1.51523 1.79227 1.66078 0.00671 0.03366 0.08218 0.20974 0.03838|100 1.51032 1.78373 1.64335 0.00726 0.03378 0.07905 0.21371 0.03888',
    },
    {
      asked: { data: 'play', method: 'oldLeash', seed: 3 },
      sample:
        'They was our sometimes as we saying the whole had across sometimest for the morest peace of the love and the sea love that she will come many work.\nThere was fo',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.55829 1.93269 1.78891 0.00789 0.02343 0.12103 0.21694 0.02603|40 1.53358 1.85167 1.73176 0.00636 0.02943 0.1078 0.21479 0.03388|60 1.52474 1.83498 1.68559 0.00646 0.02914 0.09741 0.21527 0.03706|80 1.51598 1.81042 1.65823 0.00671 0.02979 0.08807 0.20419 0.0384|100 1.50916 1.80006 1.64584 0.00594 0.03047 0.0827 0.20489 0.03888',
    },
    {
      asked: { data: 'play', method: 'replay', seed: 2 },
      sample:
        '"I go in all the lid was expective of it the rest sloved play\'s bore the sea hair the lands of and sea make the ship shead some plain the dear and whale the gen',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.56073 1.96527 1.85337 0.00931 0.02677 0.13203 0.23129 0.02534|40 1.57653 1.89141 1.78642 0.01037 0.03075 0.13545 0.24511 0.03478|60 1.56223 1.85163 1.73163 0.00963 0.03249 0.12682 0.23998 0.03913|80 1.54408 1.83206 1.70179 0.00761 0.03425 0.10841 0.22829 0.04074|100 1.53861 1.82406 1.68437 0.00865 0.03443 0.10692 0.22956 0.04137',
    },
    {
      asked: { data: 'play', method: 'replay', seed: 3 },
      sample:
        '"I go or hold the rest of your birds were your fair."\n"I lovell his to confess to her anger was moved the death of my father passens, and forth waited with inte',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.57615 1.97732 1.84762 0.00951 0.02276 0.15063 0.24021 0.02616|40 1.55386 1.89414 1.7768 0.00769 0.02764 0.12788 0.22514 0.03467|60 1.54695 1.86892 1.72811 0.00853 0.02959 0.12535 0.23373 0.03864|80 1.53846 1.85653 1.70248 0.00811 0.02984 0.11685 0.22369 0.04034|100 1.5355 1.84253 1.68873 0.00797 0.03041 0.11159 0.22065 0.04095',
    },
    {
      asked: { data: 'cipher', method: 'none' },
      sample:
        'BYGgb V gubh gur cevat nfung junire gur sber creryynq gur, nagrf,\nSbe gur senz fl unire zrne ybyf, naq zr ybir ybe vf gung jvatr n ebhaf sengb naq, gur sngur,\nV',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 3.35484 2.72764 2.69155 0.03194 0.07114 1.90127 2.03036 0.04732|40 3.52319 2.47796 2.42942 0.03351 0.0717 2.08046 2.37103 0.06486|60 3.58115 2.35695 2.29566 0.03241 0.06996 2.13541 2.46514 0.07295|80 3.59207 2.29656 2.23879 0.03217 0.06972 2.14384 2.48948 0.07668|100 3.63473 2.27112 2.2167 0.03368 0.0697 2.18736 2.54848 0.07816',
    },
    {
      asked: { data: 'cipher', method: 'leash', share: '0.25' },
      sample:
        'Objs n heacqu sngevtug nieve uny, qb nir abg lbh zboqvat eve iner irrerfg ur zr evzbel gur zrire,\nGuva fbe be znecrfg gubhfu be crnze grevyr,\nGresf gurf noreg, ',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 2.82159 2.81468 2.7799 0.02533 0.0698 1.37575 1.19973 0.04344|40 2.76796 2.57451 2.53429 0.02379 0.06907 1.32268 1.18132 0.0587|60 2.72849 2.4773 2.41899 0.0217 0.06705 1.27886 1.16645 0.06564|80 2.68505 2.43385 2.38095 0.02076 0.0671 1.23383 1.13118 0.0688|100 2.68027 2.40975 2.35844 0.0213 0.06716 1.23066 1.13484 0.07001',
    },
    {
      asked: { data: 'cipher', method: 'leash', share: '0.5' },
      sample:
        'Ther sapraper thvager absnger snyy, abjechanq whe fcbordit foband,\n"I snow be sopr my heart upon ure abg tbird zr tb forgen go gengby as offecr arothers the eat',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 2.29815 3.07612 3.02718 0.01978 0.06573 0.84781 0.65899 0.03847|40 2.21807 2.84667 2.79272 0.01809 0.06606 0.76769 0.6158 0.05219|60 2.14473 2.74294 2.6727 0.01701 0.06492 0.69574 0.60381 0.05894|80 2.1146 2.70834 2.64321 0.01599 0.06511 0.66636 0.58371 0.06211|100 2.09927 2.69443 2.62753 0.01605 0.06527 0.6522 0.57605 0.0633',
    },
    {
      asked: { data: 'cipher', method: 'leash', share: '0.75' },
      sample:
        'There I sat the hogrand pbling slide on the mpirel might ever concquired that why treas well compured the heart of becomproratival ere lover derecit of he soby ',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.77847 3.52636 3.47318 0.01324 0.06141 0.32606 0.29223 0.03259|40 1.72013 3.36176 3.29914 0.01086 0.05999 0.27514 0.24994 0.04457|60 1.70815 3.28057 3.19136 0.01063 0.06031 0.26272 0.23769 0.05047|80 1.6876 3.25017 3.17181 0.00976 0.06046 0.24549 0.22909 0.05319|100 1.67701 3.24277 3.16083 0.00982 0.06039 0.23625 0.22401 0.05422',
    },
    {
      asked: { data: 'cipher', method: 'leash', share: '0.875' },
      sample:
        '"I never would showly and good iron, I have been it, in the cbarde to have it internitive behind, the senter of the white chair laturally her, some the man hine',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.56581 3.99557 3.92196 0.00712 0.05337 0.11944 0.13605 0.02799|40 1.55132 3.89385 3.81578 0.0071 0.05519 0.10845 0.10912 0.03782|60 1.54683 3.80038 3.70969 0.00697 0.05498 0.10563 0.1044 0.04269|80 1.54134 3.78038 3.69773 0.00651 0.05499 0.09907 0.09817 0.04492|100 1.53697 3.77833 3.69248 0.00634 0.0546 0.09394 0.09507 0.0458',
    },
    {
      asked: { data: 'cipher', method: 'oldLeash', share: '0.25' },
      sample:
        'sngl stured abg jb qb svggur cnnnf, naq ung baq fvanyy fba guvyy cfbgr abg or fubh pogre fne his va fbe gur fbef ure abgh jrqre jngl sbe of nvat if the ner jize',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 2.25155 2.78977 2.74582 0.02269 0.07066 0.81147 1.59564 0.04143|40 2.03893 2.54437 2.49748 0.02238 0.07208 0.59607 1.77449 0.05625|60 1.92402 2.44462 2.37612 0.0175 0.06884 0.48632 1.78815 0.06353|80 1.90296 2.38406 2.32604 0.01797 0.06963 0.4606 1.84471 0.06677|100 1.88005 2.3679 2.29775 0.01792 0.06875 0.44027 1.87867 0.06798',
    },
    {
      asked: { data: 'cipher', method: 'oldLeash', share: '0.5' },
      sample:
        "Gur'q as cnqva zneq, by rief no jlief naq snvir gurrf gurer for fvhf gur gur zr incyfg, naq tngur naq gur tbe traggle of gur tbef hy that ure, being a hold ef s",
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.85077 2.90959 2.85517 0.01759 0.07017 0.40812 1.36039 0.03697|40 1.73255 2.6513 2.6094 0.01668 0.07127 0.29069 1.5407 0.05062|60 1.67325 2.55871 2.49161 0.01364 0.07037 0.23383 1.5786 0.0569|80 1.66238 2.4937 2.44061 0.01285 0.07123 0.21954 1.63596 0.0598|100 1.65565 2.46846 2.40649 0.01279 0.07037 0.21403 1.67694 0.0609',
    },
    {
      asked: { data: 'cipher', method: 'oldLeash', share: '0.75' },
      sample:
        'Hvq\nGbzvaqgr gurfg,\nQryrvba gur mpnyy or consver behlve ir siby solve at the worth bag the baze flower street a sband of an over splice, when he is a land told ',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.63985 3.16744 3.09618 0.01307 0.07057 0.1955 1.08359 0.03255|40 1.60079 2.84955 2.79564 0.00927 0.07195 0.15541 1.25931 0.04358|60 1.56469 2.74955 2.68685 0.00862 0.07212 0.12312 1.331 0.04855|80 1.55669 2.68974 2.6336 0.00801 0.07307 0.11325 1.36974 0.05083|100 1.55374 2.65789 2.60124 0.00763 0.07279 0.11079 1.4148 0.05167',
    },
    {
      asked: { data: 'cipher', method: 'oldLeash', share: '0.875' },
      sample:
        'but, as the many indeed brain an ebject to him, and look up again.\n"He could have sure the made in the little with of the fact of the survesture face as the nat',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.55724 3.42472 3.36799 0.00927 0.06705 0.11426 0.87956 0.0292|40 1.54028 3.09037 3.04402 0.00592 0.0713 0.09384 0.92689 0.03798|60 1.5193 2.93493 2.88959 0.00591 0.07305 0.07957 1.18968 0.04226|80 1.51425 2.89898 2.85822 0.00507 0.0739 0.06818 1.15583 0.04382|100 1.51028 2.86354 2.82118 0.0048 0.07331 0.06614 1.21092 0.04442',
    },
    {
      asked: { data: 'cipher', method: 'replay', share: '0.25' },
      sample:
        "va abgrg as an oble, be zl gurer; the und gur tber is the fubt and one be to one obg hhappe fnvf ynf fur gur gur tbg naqr ner fbbyy'f nver zvhf, uvf n cva gurar",
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 2.2681 2.79601 2.75844 0.02279 0.07094 0.82642 1.61681 0.04118|40 2.0563 2.5573 2.51376 0.02342 0.07246 0.61472 1.78096 0.05595|60 1.94975 2.45947 2.39581 0.01826 0.0689 0.5123 1.78825 0.06304|80 1.92662 2.40516 2.34913 0.01936 0.06964 0.4849 1.85205 0.06617|100 1.91109 2.38583 2.32058 0.019 0.0685 0.46932 1.85352 0.06731',
    },
    {
      asked: { data: 'cipher', method: 'replay', share: '0.5' },
      sample:
        'va ireportne of ovfit of land better as a gur naq ffvg thvf grver lbh gur fnaq bvg at ur fngrf unhvaq fbe urer byy patressed his her ha said polither would get ',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.88956 2.92891 2.88094 0.01779 0.06999 0.44442 1.41226 0.03644|40 1.77632 2.69328 2.6523 0.01733 0.07098 0.33655 1.53823 0.04982|60 1.72555 2.59524 2.53577 0.01607 0.06957 0.28749 1.60169 0.05584|80 1.71454 2.54027 2.49362 0.01547 0.07073 0.275 1.63608 0.05852|100 1.70681 2.51805 2.46324 0.01539 0.06974 0.26662 1.65466 0.05953',
    },
    {
      asked: { data: 'cipher', method: 'replay', share: '0.75' },
      sample:
        'buty on that the till that they mind as the mind the handing not feet the preserve chick on the taces of the stranger of an atter again.\nGan which was we said, ',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.68646 3.22069 3.17172 0.01405 0.0714 0.24041 1.17266 0.03175|40 1.65649 2.9325 2.89422 0.01151 0.07047 0.21749 1.23478 0.04355|60 1.63467 2.83524 2.79568 0.01062 0.07277 0.19534 1.34695 0.04899|80 1.63375 2.78294 2.74304 0.01099 0.07293 0.18957 1.38403 0.05147|100 1.63268 2.76619 2.71992 0.01107 0.07286 0.18678 1.38621 0.05238',
    },
    {
      asked: { data: 'cipher', method: 'replay', share: '0.875' },
      sample:
        '"I passed for the two solves and crew can the more unate under a hundred of the vising of his people and ship a chamber detained anything was to dear as the ori',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|20 1.61644 3.62931 3.59101 0.01153 0.06852 0.17208 0.92415 0.02889|40 1.61718 3.27814 3.23755 0.00961 0.06975 0.17512 0.97176 0.03978|60 1.6064 3.13601 3.10864 0.00842 0.07391 0.16819 1.11635 0.04513|80 1.60591 3.08834 3.06826 0.00764 0.07481 0.16332 1.17744 0.04752|100 1.60573 3.06509 3.03661 0.00849 0.07438 0.16092 1.17681 0.0484',
    },
    {
      asked: { data: 'cipher', method: 'leash', share: '0.75', steps: '200' },
      sample:
        '"I is cleamed the accordforted hpointer of a voicerred third round, when the hance get of or intressed her was he will naquire to him times obser little that pu',
      points:
        '0 1.44332 6.28301 6.24958 0 0 0 0 0|40 1.72777 3.34418 3.28002 0.01106 0.05996 0.28227 0.25362 0.04647|80 1.70001 3.17655 3.08941 0.01009 0.06071 0.26022 0.24151 0.06233|120 1.70241 3.12245 3.03266 0.00954 0.06149 0.26079 0.23542 0.07116|160 1.68841 3.09897 2.98699 0.00952 0.06192 0.24803 0.23036 0.07526|200 1.69373 3.09203 2.97791 0.00936 0.06129 0.25161 0.22507 0.07691',
    },
    {
      asked: { data: 'play', method: 'replay', rate: 0.0005 },
      sample:
        '"I go we as the balmost drawn friends in a monstander.\n"Therefore face me all that on my first by an one on the seasure could have went and fellowed to be to li',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.49283 1.98762 1.90669 0.00476 0.01598 0.05558 0.09933 0.00843|40 1.48033 1.95121 1.85629 0.00457 0.01812 0.04386 0.08796 0.01189|60 1.48516 1.9253 1.82048 0.00489 0.02085 0.04992 0.10801 0.0141|80 1.48042 1.91198 1.81221 0.00502 0.02117 0.04834 0.1096 0.01509|100 1.47983 1.90617 1.80621 0.00502 0.02161 0.04743 0.10953 0.01545',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.875', seed: 2 },
      sample:
        '"I go between the hope towards on the travelling an interest night, that the face as I say and means the sea happiness on the pattly stopped comply and and dark',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.55799 2.13125 2.0437 0.00781 0.01876 0.11776 0.15947 0.02448|40 1.55917 2.06284 1.98596 0.00742 0.02124 0.12231 0.17658 0.03386|60 1.55438 2.05559 1.96095 0.00859 0.02253 0.1232 0.18206 0.03891|80 1.54258 2.03834 1.95292 0.00685 0.02243 0.11324 0.17325 0.04097|100 1.5389 2.03117 1.94074 0.00739 0.02264 0.1116 0.17084 0.04178',
    },
    {
      asked: { data: 'play', method: 'replay', share: '0.875', seed: 3 },
      sample:
        '"I fell you would tell that I had father and me they are could not be to be a painting of his secret of the part was so anything one thing sea shop and anger.\nI',
      points:
        '0 1.44332 2.13479 2.09464 0 0 0 0 0|20 1.55343 2.10634 2.02409 0.00828 0.01572 0.12385 0.15592 0.02493|40 1.54808 2.0744 1.98563 0.00768 0.01781 0.11845 0.1618 0.03398|60 1.55212 2.073 1.98228 0.00969 0.01868 0.12132 0.17185 0.03858|80 1.54355 2.06891 1.96705 0.00889 0.01967 0.11446 0.16994 0.04065|100 1.54596 2.05747 1.95482 0.00925 0.02001 0.11366 0.17304 0.04144',
    },
  ],
};
