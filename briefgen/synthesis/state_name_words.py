"""States with the adjective and the plural that English has for their people.

Left out are those whose adjective another state shares (the two Congos and Koreas, Guinea,
Dominica), and those whose people and adjective are hardly used in the press.
"""

_LIST = """
Afghanistan Afghan Afghans; Albania Albanian Albanians; Algeria Algerian Algerians;
Angola Angolan Angolans; Argentina Argentine Argentines; Armenia Armenian Armenians;
Australia Australian Australians; Austria Austrian Austrians;
Azerbaijan Azerbaijani Azerbaijanis; Bahrain Bahraini Bahrainis;
Bangladesh Bangladeshi Bangladeshis; Belarus Belarusian Belarusians;
Belgium Belgian Belgians; Bolivia Bolivian Bolivians; Bosnia Bosnian Bosnians;
Brazil Brazilian Brazilians; Bulgaria Bulgarian Bulgarians; Burundi Burundian Burundians;
Cambodia Cambodian Cambodians; Cameroon Cameroonian Cameroonians; Canada Canadian Canadians;
Chad Chadian Chadians; Chile Chilean Chileans; China Chinese Chinese;
Colombia Colombian Colombians; Croatia Croatian Croats; Cuba Cuban Cubans;
Cyprus Cypriot Cypriots; Czechia Czech Czechs; Denmark Danish Danes; Ecuador Ecuadorian Ecuadorians;
Egypt Egyptian Egyptians; Eritrea Eritrean Eritreans; Estonia Estonian Estonians;
Ethiopia Ethiopian Ethiopians; Finland Finnish Finns; France French French;
Germany German Germans; Ghana Ghanaian Ghanaians; Greece Greek Greeks;
Guatemala Guatemalan Guatemalans; Haiti Haitian Haitians; Honduras Honduran Hondurans;
Hungary Hungarian Hungarians; Iceland Icelandic Icelanders; India Indian Indians;
Indonesia Indonesian Indonesians; Iran Iranian Iranians; Iraq Iraqi Iraqis; Ireland Irish Irish;
Israel Israeli Israelis; Italy Italian Italians; Jamaica Jamaican Jamaicans;
Japan Japanese Japanese; Jordan Jordanian Jordanians; Kazakhstan Kazakh Kazakhs;
Kenya Kenyan Kenyans; Kosovo Kosovar Kosovars; Kuwait Kuwaiti Kuwaitis; Laos Laotian Laotians;
Latvia Latvian Latvians; Lebanon Lebanese Lebanese; Libya Libyan Libyans;
Lithuania Lithuanian Lithuanians; Luxembourg Luxembourgish Luxembourgers;
Malaysia Malaysian Malaysians; Mali Malian Malians; Malta Maltese Maltese;
Mexico Mexican Mexicans; Moldova Moldovan Moldovans; Mongolia Mongolian Mongolians;
Montenegro Montenegrin Montenegrins; Morocco Moroccan Moroccans;
Mozambique Mozambican Mozambicans; Myanmar Burmese Burmese; Namibia Namibian Namibians;
Nepal Nepalese Nepalese; Netherlands Dutch Dutch; Nicaragua Nicaraguan Nicaraguans;
Nigeria Nigerian Nigerians; North-Korea North-Korean North-Koreans;
Norway Norwegian Norwegians; Oman Omani Omanis; Pakistan Pakistani Pakistanis;
Palestine Palestinian Palestinians; Panama Panamanian Panamanians;
Paraguay Paraguayan Paraguayans; Peru Peruvian Peruvians; Philippines Philippine Filipinos;
Poland Polish Poles; Portugal Portuguese Portuguese; Qatar Qatari Qataris;
Romania Romanian Romanians; Russia Russian Russians; Rwanda Rwandan Rwandans;
Saudi-Arabia Saudi Saudis; Senegal Senegalese Senegalese; Serbia Serbian Serbs;
Singapore Singaporean Singaporeans; Slovakia Slovak Slovaks; Slovenia Slovenian Slovenians;
Somalia Somali Somalis; South-Africa South-African South-Africans;
South-Korea South-Korean South-Koreans; Spain Spanish Spaniards; Sudan Sudanese Sudanese;
Sweden Swedish Swedes; Switzerland Swiss Swiss; Syria Syrian Syrians; Taiwan Taiwanese Taiwanese;
Tanzania Tanzanian Tanzanians; Thailand Thai Thais; Tunisia Tunisian Tunisians;
Turkey Turkish Turks; Uganda Ugandan Ugandans; Ukraine Ukrainian Ukrainians;
United-Kingdom British British; United-Kingdom UK British; United-States American Americans;
United-States US Americans; Uruguay Uruguayan Uruguayans; Venezuela Venezuelan Venezuelans;
Vietnam Vietnamese Vietnamese; Yemen Yemeni Yemenis; Zambia Zambian Zambians;
Zimbabwe Zimbabwean Zimbabweans
"""
STATES = tuple(
    (state.replace("-", " "), adjective.replace("-", " "), people.replace("-", " "))
    for entry in _LIST.casefold().split(";")
    for state, adjective, people in (entry.split(),)
)
"""Each state, the adjective, the plural of its people, all in small letters."""
