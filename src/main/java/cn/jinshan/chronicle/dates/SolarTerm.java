package cn.jinshan.chronicle.dates;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

import java.time.LocalDate;

/**
 * A solar term: the day, in Beijing, on which the Sun reaches a longitude. It is computed after J. Meeus, Astronomical
 * Formulae for Calculators, chapter 18, to about a minute.
 *
 * @param longitude apparent longitude in degrees: 0 for 春分, 15 for 清明, 270 for 冬至
 */
record SolarTerm(int longitude) {

    private static final double JULIAN_DAY_OF_1900 = 2415020.0;
    private static final double JULIAN_DAY_OF_1970 = 2440587.5;
    private static final double CENTURY = 36525.0;
    private static final double YEAR = 365.2422;
    private static final double BEIJING = 8 / 24.0;
    /** How far the Earth's rotation is behind uniform time in our decades. */
    private static final double DELAY = 69 / 86400.0;

    private static final double UNSURE = 3 / 1440.0;

    /**
     * Its day in a Gregorian year.
     *
     * @param name for the refusal
     * @throws DateRefusedException if it comes so near to midnight that the computation does not tell the day
     */
    LocalDate in(int year, String name) {
        double day = LocalDate.of(year, 1, 1).toEpochDay() + JULIAN_DAY_OF_1970 + (longitude + 80) % 360 / 360.0 * YEAR;
        for (int i = 0; i < 6; i++) {
            double ahead = Math.IEEEremainder(longitude - sun(day), 360);
            day += ahead / 360 * YEAR;
        }
        double there = day - DELAY + BEIJING - JULIAN_DAY_OF_1970;
        if (Math.abs(there - Math.rint(there)) < UNSURE) {
            throw new DateRefusedException("midnight", name, year);
        }
        return LocalDate.ofEpochDay((long) Math.floor(there));
    }

    /** The apparent longitude of the Sun in degrees. */
    private static double sun(double julianDay) {
        double t = (julianDay - JULIAN_DAY_OF_1900) / CENTURY;
        double mean = 279.69668 + 36000.76892 * t + 0.0003025 * t * t;
        double anomaly = toRadians(358.47583 + 35999.04975 * t - 0.00015 * t * t - 0.0000033 * t * t * t);
        double centre = (1.91946 - 0.004789 * t - 0.000014 * t * t) * sin(anomaly)
                + (0.020094 - 0.0001 * t) * sin(2 * anomaly)
                + 0.000293 * sin(3 * anomaly);
        double venus =
                0.00134 * cos(toRadians(153.23 + 22518.7541 * t)) + 0.00154 * cos(toRadians(216.57 + 45037.5082 * t));
        double jupiter = 0.002 * cos(toRadians(312.69 + 32964.3577 * t));
        double moon = 0.00179 * sin(toRadians(350.74 + 445267.1142 * t - 0.00144 * t * t));
        double slow = 0.00178 * sin(toRadians(231.19 + 20.2 * t));
        double nutation = 0.00479 * sin(toRadians(259.18 - 1934.142 * t));
        return mean + centre + venus + jupiter + moon + slow - 0.00569 - nutation;
    }
}
