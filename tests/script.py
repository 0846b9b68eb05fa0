"""Traditional script for the characters that the generator prints, one for one; and a few words that differ as words."""

SIMPLIFIED = (
    "万与专业丝个为举乡于云从众会体关内决况准减别办务动区华单占卫历压县参发变号后员围国场垭处备复实审对将"
    "属岚峦废开强当录总户执扫护报据数无机权条来构标栏检没浏澜点现电监码确离稳类系纠纳组细织经结统继续维编"
    "缴网罚联范获补见规览计订认让训议记许讼设访评识诉话询说请读财责账购贯费转载较辑达过还这进采镇门闭问页"
    "项预领题额书们协图坚够层岗归拟时档楼汇满环绕绩脑节虽视调负轮邮钩阅难顾频")
TRADITIONAL = (
    "萬與專業絲個為舉鄉於雲從衆會體關內決況準減別辦務動區華單佔衛歷壓縣參發變號後員圍國場埡處備複實審對將"
    "屬嵐巒廢開強當錄總戶執掃護報據數無機權條來構標欄檢沒瀏瀾點現電監碼確離穩類係糾納組細織經結統繼續維編"
    "繳網罰聯範獲補見規覽計訂認讓訓議記許訟設訪評識訴話詢說請讀財責賬購貫費轉載較輯達過還這進採鎮門閉問頁"
    "項預領題額書們協圖堅夠層崗歸擬時檔樓匯滿環繞績腦節雖視調負輪郵鉤閱難顧頻")
ONE_FOR_ONE = str.maketrans(SIMPLIFIED, TRADITIONAL)
WORDS = {"规范性文件": "規範性檔案", "信息内容": "資訊內容",
         "制作": "製作", "制发": "製發"}


def traditional(text):
    """The text in traditional script, of the same length."""
    for word, other in WORDS.items():
        text = text.replace(word, other)
    return text.translate(ONE_FOR_ONE)
