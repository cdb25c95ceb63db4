package dev.wend.connectors.inference;

/** What a column may mean for an event. */
enum Role {
  CUSTOMER("customer"),
  TIME("time"),
  KIND("kind of event"),
  MESSAGE("message id"),
  ORDER("order id"),
  PRODUCT("product id"),
  QUANTITY("quantity"),
  PRICE("price of one"),
  AMOUNT("amount"),
  CURRENCY("currency");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
