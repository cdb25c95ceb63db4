package dev.wend.connectors.inference;

import static dev.wend.connectors.inference.Clue.named;
import static dev.wend.connectors.inference.Clue.valued;
import static dev.wend.connectors.inference.Role.AMOUNT;
import static dev.wend.connectors.inference.Role.CURRENCY;
import static dev.wend.connectors.inference.Role.CUSTOMER;
import static dev.wend.connectors.inference.Role.KIND;
import static dev.wend.connectors.inference.Role.MESSAGE;
import static dev.wend.connectors.inference.Role.ORDER;
import static dev.wend.connectors.inference.Role.PRICE;
import static dev.wend.connectors.inference.Role.PRODUCT;
import static dev.wend.connectors.inference.Role.QUANTITY;
import static dev.wend.connectors.inference.Role.TIME;

import java.util.List;

/** What tells the roles of columns. A new clue is one line here. */
final class Clues {
  /** How many points a column needs to be taken. */
  static final double ENOUGH = 3;

  private static final String ID = "( ?(id|ids|no|nr|num|number|key|code|nummer|ref))";

  static final List<Clue> ALL =
      List.of(
          named(
              CUSTOMER,
              6,
              "(customer|user|client|household|member|shopper|buyer|visitor|kunden?|klient|account|contact|subscriber|profile|person|patient|guest)s?"
                  + ID),
          named(
              CUSTOMER,
              5,
              "(id ?)?(klienta|uzytkownika|cliente|utilisateur)|customer|user|uid|client|kunde|klient|cust ?id|household"),
          named(
              CUSTOMER,
              3,
              "(e ?)?mail( address)?|(anonymous|distinct|device|cookie|session) id|phone( number)?|pseudo id|user pseudo id"),
          valued(CUSTOMER, 1, "comes back in several rows", column -> column.rowsPerValue() >= 1.1),
          valued(CUSTOMER, 0.5, "has many values", column -> column.distinct() >= 20),
          valued(
              CUSTOMER,
              -3,
              "has few values",
              column -> column.distinct() <= 2 && column.filled().size() > 20),
          valued(CUSTOMER, -6, "is a time", column -> column.time().isPresent()),
          valued(CUSTOMER, -3, "is mostly empty", column -> column.filledShare() < 0.3),
          valued(
              CUSTOMER,
              -4,
              "has decimals",
              column -> column.isAnyNumber() && !column.isInteger() && !column.endsInPointZero()),
          valued(TIME, 4, "reads as a time", column -> column.time().isPresent()),
          valued(TIME, 1, "has a time of day", TimeGuess::hasTimeOfDay),
          named(
              TIME,
              3,
              "(event ?)?(time ?stamp|date ?time|time)|ts|(event|order|invoice|transaction|purchase|basket|bestell|redemption|created?|occurred|ordered)( ?(date|datum|at|on|time|ts|timestamp))+|datum|data|date|zeitpunkt|zeit|czas"),
          named(TIME, 1, ".*(date|time|datum|timestamp| at)"),
          named(
              TIME,
              -2,
              ".*(birth|expir|due|end|valid|deliver|updated|modified|received|sent|shipped|loaded|ingest).*"),
          valued(TIME, -6, "does not read as a time", column -> column.time().isEmpty()),
          valued(TIME, -2, "is partly empty", column -> column.filledShare() < 0.9),
          named(
              KIND,
              5,
              "event|event ?(name|type|kind)|action|action ?type|activity|activity type|verb|behaviou?r( type)?|interaction( type)?"),
          named(KIND, 3, "type|name|kind|category of event"),
          valued(
              KIND,
              1,
              "has few values",
              column -> column.distinct() <= 50 && column.rowsPerValue() >= 2),
          valued(KIND, -5, "has many values", column -> column.distinct() > 200),
          valued(
              KIND,
              -5,
              "is a number or a time",
              column -> column.isAnyNumber() || column.time().isPresent()),
          named(MESSAGE, 5, "(message|event|insert|row|record|line)" + ID + "|uuid|guid|id"),
          valued(
              MESSAGE,
              -8,
              "is not different in every row",
              column -> column.filledShare() < 1 || column.rowsPerValue() > 1.001),
          named(
              ORDER,
              6,
              "(order|invoice|basket|receipt|bill|cart|sales ?order|purchase|bestell|beleg|rechnungs?|zamowienia|ticket)"
                  + ID),
          named(
              ORDER,
              4,
              "(transaction|checkout|booking|sale)" + ID + "|order|invoice|id zamowienia"),
          valued(ORDER, -3, "is partly empty", column -> column.filledShare() < 0.95),
          valued(
              ORDER,
              -5,
              "has few values",
              column -> column.distinct() <= 2 && column.filled().size() > 20),
          named(
              PRODUCT,
              5,
              "(product|item|article|artikel|stock|sku|variant|goods|material|towaru?|produktu?)"
                  + ID
                  + "|sku|upc|ean|asin|gtin|product|artikel"),
          valued(
              PRODUCT,
              -4,
              "is a time or has decimals",
              column -> column.time().isPresent() || (column.isAnyNumber() && !column.isInteger())),
          named(
              QUANTITY,
              5,
              "qty|quantity|menge|anzahl|ilosc|units|pieces|count|units sold|item count"),
          valued(QUANTITY, -8, "is no number", column -> !column.isAnyNumber()),
          named(
              PRICE,
              5,
              "(unit|item|product|sales|list)? ?(price|preis|cena)|einzelpreis|stueckpreis|price per (unit|item)"),
          valued(PRICE, -8, "is no number", column -> !column.isAnyNumber()),
          named(
              AMOUNT,
              5,
              "(order|sales|line|grand|basket|gross|net|total|invoice)? ?(total|amount|value|revenue|sum|betrag|kwota|wartosc|umsatz|price total)"),
          valued(AMOUNT, -8, "is no number", column -> !column.isAnyNumber()),
          named(CURRENCY, 5, "currency( code)?|waehrung|wahrung|waluta|iso currency"),
          valued(
              CURRENCY,
              -8,
              "is not three capitals",
              column -> column.share(value -> value.matches("[A-Z]{3}")) < 0.9));

  private Clues() {}
}
