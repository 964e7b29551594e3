/* How a date written in numbers alone is read when the numbers do not tell: 3/4 is 3
 * April or March 4. */
#ifndef TOUCHBASE_DATES_ORDER_H
#define TOUCHBASE_DATES_ORDER_H

enum date_order {
    DATE_ORDER_NONE, /* not set: such a date stays open */
    DATE_ORDER_DMY,
    DATE_ORDER_MDY,
};

#endif
